package io.podbridge.tests.differential;

import io.podbridge.netlink.model.IpFamily;
import io.podbridge.netlink.model.LinkId;
import io.podbridge.netlink.model.Sysctl;
import io.podbridge.netlink.request.NetlinkRequest;
import io.podbridge.netlink.request.SysctlSet;
import io.podbridge.netlink.request.TxChecksumOff;

/** Sysctls of the namespace and of links, and the TX checksum offload. */
final class SettingRequests implements RequestSource {
    @Override
    public NetlinkRequest next(Scene scene) {
        LinkId link = scene.link();
        String bit = Integer.toString(scene.dice().between(0, 1));
        return switch (scene.dice().between(0, 15)) {
            case 0, 1, 2, 3 -> new SysctlSet(Sysctl.ofLink(IpFamily.IPV6, link, "disable_ipv6"), bit);
            case 4, 5 -> new SysctlSet(Sysctl.ofLink(IpFamily.IPV4, link, "arp_ignore"), bit);
            case 6 -> new SysctlSet(scene.dice().oneOf(Scenery.NAMESPACE_SETTINGS), bit);
            case 7 -> new SysctlSet(Sysctl.ofLink(IpFamily.IPV4, link, "no_such_setting"), bit);
            case 8 ->
                new SysctlSet(Sysctl.ofLink(IpFamily.IPV6, link, scene.isCurrent() ? "addr_gen_mode" : "disable_ipv6"), bit);
            case 9 -> new SysctlSet(Sysctl.ofLink(IpFamily.IPV6, link, "disable_ipv6"), "many");
            case 10, 11 -> new SysctlSet(Sysctl.ofLink(IpFamily.IPV4, link, scene.dice().oneOf(Scenery.LINK_SETTINGS)),
                    scene.dice().oneOf(Scenery.VALUES));
            case 12, 13 -> new SysctlSet(Sysctl.ofLink(IpFamily.IPV6, link, scene.dice().oneOf(Scenery.LINK_SETTINGS_6)),
                    scene.dice().oneOf(Scenery.VALUES));
            default -> new TxChecksumOff(link);
        };
    }
}
