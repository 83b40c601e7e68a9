package io.podbridge.testkit.kernel;

import io.podbridge.netlink.model.AddressFlags;
import io.podbridge.netlink.model.InterfaceAddress;
import io.podbridge.netlink.model.IpAddress;
import io.podbridge.netlink.model.IpFamily;
import io.podbridge.netlink.model.IpPrefix;
import io.podbridge.netlink.model.Lifetime;
import java.time.Instant;

/** An address as the kernel holds it: what it was given, the flags of the moment, and since when its lifetimes run. */
final class KernelAddress {
    final Device device;
    InterfaceAddress given;
    Instant since;

    KernelAddress(Device device, InterfaceAddress given, Instant since) {
        this.device = device;
        this.given = given;
        this.since = since;
    }

    IpAddress local() {
        return given.address();
    }

    /** The other end of a point-to-point address, otherwise the address itself ({@code IFA_ADDRESS}). */
    IpPrefix subnet() {
        return new IpPrefix(given.peer().orElse(local()), given.prefix().length());
    }

    boolean sharesSubnet(KernelAddress other) {
        return subnet().length() == other.subnet().length() && subnet().network().equals(other.subnet().network());
    }

    boolean has(int flag) {
        return given.flags().has(flag);
    }

    void set(int flag, boolean on) {
        int bits = given.flags().bits();
        given = given.toBuilder().flags(new AddressFlags(on ? bits | flag : bits & ~flag)).build();
    }

    /** Gives it other lifetimes, and the flags that go with them. */
    void live(Lifetime valid, Lifetime preferred, Instant now) {
        given = given.toBuilder().validLifetime(valid).preferredLifetime(preferred).build();
        since = now;
        set(AddressFlags.PERMANENT, valid.isForever());
        set(AddressFlags.DEPRECATED, preferred.seconds() == 0);
    }

    InterfaceAddress report(KernelTime time) {
        long elapsed = time.secondsSince(since);
        return given.toBuilder().linkIndex(device.index).validLifetime(given.validLifetime().after(elapsed))
                .preferredLifetime(preferredLifetime().after(elapsed)).build();
    }

    /** As {@code inet_fill_ifaddr}: of an IPv4 address that has no end the flag alone tells that it is deprecated. */
    private Lifetime preferredLifetime() {
        return given.family() == IpFamily.IPV4 && given.validLifetime().isForever()
                ? Lifetime.FOREVER
                : given.preferredLifetime();
    }

    @Override
    public String toString() {
        return given + " on " + device;
    }
}
