package io.podbridge.testkit.kernel;

import io.podbridge.netlink.model.BridgePort;
import io.podbridge.netlink.model.Link;
import io.podbridge.netlink.model.OperState;
import io.podbridge.netlink.model.TunDevice;
import java.util.Optional;

/** A link as RTM_GETLINK shows it ({@code rtnl_fill_ifinfo}). */
final class LinkReport {
    private static final int QUEUE_LENGTH = 1000;

    private LinkReport() {}

    static Link of(Device device) {
        Rules rules = device.netns.rules();
        Link.Builder link = Link.builder(device.index, device.name).altNames(device.altNames)
                .hardwareType(device.hardwareType)
                .flags(device.flags()).hardwareAddress(device.hardwareAddress).mtu(device.mtu).group(device.group)
                .txQueueLength(QUEUE_LENGTH).operState(device.up ? device.operState : OperState.DOWN).qdisc(qdisc(device));
        device.linkKind.ifPresent(link::kind);
        link.xdpAttached(device.xdpAttached);
        if (device.kind.maxMtu > 0) {
            link.maxMtu(device.kind.maxMtu);
        }
        if (!device.alias.isEmpty()) {
            link.alias(device.alias);
        }
        device.master.ifPresent(master -> {
            link.master(master.index);
            link.bridgePort(new BridgePort(device.port.state, device.port.learning));
        });
        device.peer.filter(peer -> rules.hold(KernelRule.VETH_ENDS_KNOW_EACH_OTHER)).ifPresent(peer -> below(device, peer, link));
        device.lower.ifPresent(lower -> below(device, lower, link));
        device.tun.ifPresent(link::tun);
        if (device.isBridge()) {
            link.multicastSnooping(device.multicastSnooping);
        }
        families(device, link);
        return link.build();
    }

    /** The other end of a veth and what a link hangs on are told alike. */
    private static void below(Device device, Device peer, Link.Builder link) {
        link.peerIndex(peer.index);
        if (peer.netns != device.netns && device.netns.rules().hold(KernelRule.VETH_KNOWS_THE_NAMESPACE_OF_ITS_PEER)) {
            link.peerNamespaceId(device.netns.idOf(peer.netns));
        }
    }

    private static void families(Device device, Link.Builder link) {
        if (device.netns.rules().hold(KernelRule.NETLINK_SHOWS_THE_SETTINGS)) {
            link.arpIgnore(Integer.parseInt(device.ipv4Settings.getOrDefault("arp_ignore", "0")));
        }
        device.ipv6.ifPresent(ipv6 -> link.ipv6Disabled(ipv6.isDisabled()).addrGenMode(ipv6.addrGenMode()));
    }

    /** A link has none until it is first switched on, and keeps it then. */
    private static String qdisc(Device device) {
        Optional<TunDevice> tap = device.tun;
        if (!device.queueing) {
            return "noop";
        }
        return tap.map(tun -> tun.multiQueue() ? "mq" : "pfifo_fast").orElse("noqueue");
    }
}
