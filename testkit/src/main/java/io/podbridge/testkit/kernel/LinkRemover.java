package io.podbridge.testkit.kernel;

import java.util.List;

import io.podbridge.netlink.model.LinkId;

/** Deletes links ({@code rtnl_dellink}). */
final class LinkRemover {
    private final Netns netns;
    private final Rules rules;

    LinkRemover(Netns netns) {
        this.netns = netns;
        this.rules = netns.rules();
    }

    void delete(LinkId id) {
        Device device = netns.links().require(id);
        refuseUndeletable(device);
        netns.links().unregister(device);
    }

    private void refuseUndeletable(Device device) {
        KernelRefusal.when(device.isLoopback() && rules.hold(KernelRule.LOOPBACK_IS_NOT_DELETED), "EOPNOTSUPP");
    }

    /** All are looked at before one is deleted. */
    void deleteGroup(int group) {
        List<Device> members = netns.links().all().stream().filter(device -> device.group == group).toList();
        KernelRefusal.when(members.isEmpty() && rules.hold(KernelRule.EMPTY_GROUP_IS_NOT_FOUND), "ENODEV");
        boolean undeletable = members.stream().anyMatch(Device::isLoopback);
        KernelRefusal.when(undeletable && rules.hold(KernelRule.GROUP_WITH_AN_UNDELETABLE_LINK_STAYS), "EOPNOTSUPP");
        long most = rules.hold(KernelRule.GROUP_IS_DELETED_AS_A_WHOLE) ? members.size() : 1;
        members.stream().filter(device -> !device.isLoopback()).limit(most)
                .filter(device -> netns.links().byIndex(device.index).isPresent()).forEach(netns.links()::unregister);
    }
}
