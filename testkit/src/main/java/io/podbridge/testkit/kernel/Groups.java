package io.podbridge.testkit.kernel;

import io.podbridge.netlink.model.AddressFlags;
import io.podbridge.netlink.model.InterfaceAddress;

/** The groups that IPv6 addresses join by themselves ({@code ipv6_mc_config}); one that is lost with its link does not leave its own. */
final class Groups {
    private final Rules rules;

    Groups(Rules rules) {
        this.rules = rules;
    }

    void join(Ipv6Device ipv6, InterfaceAddress wanted) {
        if (!wanted.flags().has(AddressFlags.MCAUTOJOIN)) {
            return;
        }
        KernelRefusal.when(!wanted.address().isMulticast(), "EINVAL", "ipv6: Multicast auto join failed");
        boolean joins = ipv6.groups.add(wanted.address());
        KernelRefusal.when(!joins && rules.hold(KernelRule.GROUP_OF_A_LOST_ADDRESS_STAYS_JOINED), "EADDRINUSE",
                "ipv6: Multicast auto join failed");
    }

    void leave(KernelAddress deleted) {
        deleted.device.ipv6.ifPresent(ipv6 -> ipv6.groups.remove(deleted.local()));
    }
}
