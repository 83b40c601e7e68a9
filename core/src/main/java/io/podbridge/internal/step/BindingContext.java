package io.podbridge.internal.step;

import io.podbridge.binding.BridgeBinding;
import io.podbridge.binding.OwnLinks;
import io.podbridge.binding.PodInterface;
import io.podbridge.internal.pod.MacFilters;
import io.podbridge.netlink.model.InterfaceAddress;
import io.podbridge.netlink.model.Lifetime;
import io.podbridge.netlink.model.LinkId;
import io.podbridge.netlink.model.MacAddress;
import io.podbridge.netlink.model.Route;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * What the steps of one binding go by.
 *
 * @param binding what was asked for
 * @param pod what was found before anything was changed
 * @param own the links that the binding makes
 * @param mending whether the binding was complete once: then the NIC is not taken down, a VM may be running on it
 * @param traits what kernel and backend can do
 * @param now the time by which lifetimes are counted
 * @param givenUp routes that the kernel never takes back, as {@link RouteBack} asked for them
 */
public record BindingContext(BridgeBinding binding, PodInterface pod, OwnLinks own, boolean mending, Traits traits, Instant now,
        Set<Route> givenUp) {

    /** Keeps a copy. */
    public BindingContext {
        givenUp = Set.copyOf(givenUp);
    }

    /**
     * What kernel and backend can do.
     *
     * @param tapIndex whether a tap's index can be chosen
     * @param writableSysctl whether {@code /proc/sys/net} of the namespace can be written
     * @param addressProtocol whether an address can be told who made it
     */
    public record Traits(boolean tapIndex, boolean writableSysctl, boolean addressProtocol) {}

    /** {@return the NIC under the name that it has in the pod} */
    LinkId podNic() {
        return pod.link().id();
    }

    /** {@return the NIC under the name that it has as a port} */
    LinkId nic() {
        return podNic().named(binding.names().nic());
    }

    /** {@return the NIC's MAC address before anything was changed} */
    MacAddress originalMac() {
        return pod.link().mac()
                .orElseThrow(() -> new IllegalStateException(podNic() + " passed preflight without a MAC address"));
    }

    /** {@return whether the NIC lets no other MAC address in, so that it has to keep its own as a port} */
    boolean nicKeepsMac() {
        return MacFilters.has(pod.link());
    }

    /** {@return the NIC's MAC address while it is a port} */
    MacAddress portMac() {
        return nicKeepsMac() ? originalMac() : own.bridgeMac();
    }

    /** {@return whether links of this namespace have IPv6 at all} */
    boolean hasIpv6() {
        return pod.link().ipv6Disabled().isPresent();
    }

    /**
     * {@return the addresses that the NIC had, with what is left of their lifetimes; not among them are those that have expired, and
     * temporary ones, of which the kernel makes others}
     */
    List<InterfaceAddress> unexpiredAddresses() {
        long elapsed = elapsedSeconds();
        return pod.addresses().stream().filter(address -> !address.isTemporary())
                .filter(address -> address.validLifetime().after(elapsed).seconds() > 0)
                .map(address -> sayable(address).toBuilder().validLifetime(address.validLifetime().after(elapsed))
                        .preferredLifetime(preferredLifetime(address, elapsed)).build())
                .toList();
    }

    /** Of an IPv4 address that is valid for ever the kernel tells by a flag alone that it is not preferred any more. */
    private static Lifetime preferredLifetime(InterfaceAddress address, long elapsed) {
        return address.isDeprecated() ? new Lifetime(0) : address.preferredLifetime().after(elapsed);
    }

    /** Who made an address is a note that changes nothing: where it cannot be said the address comes without it. */
    private InterfaceAddress sayable(InterfaceAddress address) {
        return traits.addressProtocol() ? address : address.withoutProtocol();
    }

    /** {@return how many seconds have gone by since the NIC was read; a clock that was set back counts as none} */
    long elapsedSeconds() {
        return Math.max(0, Duration.between(pod.capturedAt(), now).toSeconds());
    }

    /** {@return the addresses that move to the placeholder} */
    List<InterfaceAddress> addresses() {
        return pod.movableAddresses().stream().map(this::sayable).toList();
    }
}
