package io.podbridge.internal.step;

import io.podbridge.internal.pod.Observed;
import io.podbridge.netlink.model.AddressFlags;
import io.podbridge.netlink.model.InterfaceAddress;
import io.podbridge.netlink.model.IpFamily;
import io.podbridge.netlink.model.LinkId;
import io.podbridge.netlink.request.AddressDelete;

/**
 * Deletes the IPv6 addresses that join a group, before they go with the link that is taken down: the kernel would not leave the group
 * then, and could not join it again.
 */
final class LeaveGroups implements Step {
    private final BindingContext context;

    LeaveGroups(BindingContext context) {
        this.context = context;
    }

    @Override
    public String name() {
        return "nic-groups";
    }

    @Override
    public Assessment assess(Observed observed) {
        Findings findings = new Findings(name());
        observed.link(context.nic().index()).ifPresent(nic -> {
            LinkId id = nic.id();
            observed.addressesOf(id.index()).stream().filter(LeaveGroups::joinsIpv6Group).forEach(address -> {
                findings.unwanted("address " + address + " of " + id.name());
                findings.request(new AddressDelete(id, address));
            });
        });
        return findings.done();
    }

    private static boolean joinsIpv6Group(InterfaceAddress address) {
        return address.family() == IpFamily.IPV6 && address.flags().has(AddressFlags.MCAUTOJOIN);
    }
}
