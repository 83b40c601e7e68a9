package io.podbridge.testkit.kernel;

import io.podbridge.netlink.model.AddressFlags;
import io.podbridge.netlink.model.InterfaceAddress;
import io.podbridge.netlink.model.IpAddress;
import io.podbridge.netlink.model.IpPrefix;
import io.podbridge.netlink.model.Scope;

/**
 * An IPv6 address as somebody wants it on a link that has not got it.
 *
 * @param device the link
 * @param wanted the address
 */
record WantedIpv6Address(Device device, InterfaceAddress wanted) {
    /** What a link chooses of an address by itself. */
    private static final int OWN_BITS = 64;

    /** {@return whether temporary addresses of its subnet are asked for, and it leaves the link too few bits, or too many, to choose} */
    static boolean leavesNoRoom(InterfaceAddress wanted, IpPrefix prefix) {
        return wanted.flags().has(AddressFlags.MANAGETEMPADDR) && prefix.length() != OWN_BITS;
    }

    void check() {
        IpAddress address = wanted.address();
        KernelRefusal.when(address.isUnspecified(), "EADDRNOTAVAIL", "ipv6: Invalid address");
        KernelRefusal.when(address.isMulticast() && !wanted.flags().has(AddressFlags.MCAUTOJOIN), "EADDRNOTAVAIL",
                "ipv6: Cannot assign multicast address without \"IFA_F_MCAUTOJOIN\" flag");
        KernelRefusal.when(address.isLoopback() && !device.isLoopback(), "EADDRNOTAVAIL",
                "ipv6: Cannot assign loopback address on this device");
    }

    /** {@return what the kernel makes of it} */
    InterfaceAddress taken(Rules rules) {
        int flags = wanted.flags().configured().bits() & ~AddressFlags.OPTIMISTIC;
        boolean probed = (flags & AddressFlags.NODAD) == 0 || !rules.hold(KernelRule.NODAD_ADDRESS_IS_NOT_TENTATIVE);
        InterfaceAddress.Builder taken = InterfaceAddress.builder(device.index, wanted.prefix()).scope(scope(wanted.address()))
                .flags(new AddressFlags(probed ? flags | AddressFlags.TENTATIVE : flags));
        wanted.peer().ifPresent(taken::peer);
        wanted.metric().ifPresent(metric -> {
            if (metric != 0) {
                taken.metric(metric);
            }
        });
        wanted.protocol().ifPresent(taken::protocol);
        return taken.build();
    }

    private static Scope scope(IpAddress address) {
        if (address.isLoopback()) {
            return Scope.HOST;
        }
        if (address.isMulticast()) {
            int reach = address.toBytes()[1] & 0x0f;
            return reach <= 2 ? Scope.LINK : reach == 5 ? Scope.SITE : Scope.UNIVERSE;
        }
        boolean site = (address.toBytes()[0] & 0xff) == 0xfe && (address.toBytes()[1] & 0xc0) == 0xc0;
        return address.isLinkLocal() ? Scope.LINK : site ? Scope.SITE : Scope.UNIVERSE;
    }
}
