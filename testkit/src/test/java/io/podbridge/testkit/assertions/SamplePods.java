package io.podbridge.testkit.assertions;

import io.podbridge.netlink.model.AddressFlags;
import io.podbridge.netlink.model.BridgePort;
import io.podbridge.netlink.model.HardwareAddress;
import io.podbridge.netlink.model.InterfaceAddress;
import io.podbridge.netlink.model.IpAddress;
import io.podbridge.netlink.model.IpPrefix;
import io.podbridge.netlink.model.Link;
import io.podbridge.netlink.model.LinkFlags;
import io.podbridge.netlink.model.LinkKind;
import io.podbridge.netlink.model.NextHop;
import io.podbridge.netlink.model.Route;
import io.podbridge.netlink.model.TunDevice;
import io.podbridge.netlink.state.NamespaceState;
import java.util.List;
import java.util.function.UnaryOperator;

/** A NIC, and a pod whose NIC is handed over, as values. */
final class SamplePods {
    static final String POD_MAC = "0a:58:0a:f4:01:07";
    static final String BRIDGE_MAC = "02:00:00:00:00:01";

    static final Link NIC = link(2, "eth0", LinkKind.VETH, POD_MAC).flags(new LinkFlags(LinkFlags.UP)).build();
    static final Link BRIDGE = link(7, "k6t-eth0", LinkKind.BRIDGE, BRIDGE_MAC).flags(new LinkFlags(LinkFlags.UP)).arpIgnore(1)
            .ipv6Disabled(true).build();
    static final Link PORT = link(2, "eth0-nic", LinkKind.VETH, BRIDGE_MAC).flags(new LinkFlags(LinkFlags.UP)).master(7)
            .bridgePort(new BridgePort(3, false)).ipv6Disabled(true).build();
    static final Link TAP = link(8, "tap0", LinkKind.TUN, "02:00:00:00:00:02").flags(new LinkFlags(LinkFlags.UP)).master(7)
            .bridgePort(new BridgePort(3, true)).ipv6Disabled(true)
            .tun(TunDevice.builder().ownedBy(107, 108).vnetHeader(true).persistent(true).build()).build();
    static final Link PLACEHOLDER = link(9, "eth0", LinkKind.DUMMY, POD_MAC).build();

    static final NamespaceState BOUND = new NamespaceState(List.of(PORT, BRIDGE, TAP, PLACEHOLDER),
            List.of(address(7, "169.254.75.10/32"), address(9, "10.244.1.7/24")), List.of(), List.of());

    private SamplePods() {}

    static Link.Builder link(int index, String name, LinkKind kind, String mac) {
        return Link.builder(index, name).kind(kind).mtu(1450).hardwareAddress(HardwareAddress.parse(mac));
    }

    static InterfaceAddress address(int link, String prefix) {
        return InterfaceAddress.builder(link, IpPrefix.parse(prefix)).flags(new AddressFlags(AddressFlags.PERMANENT)).build();
    }

    static Route via(String destination, int link, String gateway) {
        return Route.builder(IpPrefix.parse(destination))
                .nextHops(List.of(NextHop.builder().linkIndex(link).gateway(IpAddress.parse(gateway)).build())).build();
    }

    /** The bound pod with one link changed. */
    static NamespaceState boundBut(Link link, UnaryOperator<Link.Builder> change) {
        Link changed = change.apply(link.toBuilder()).build();
        return new NamespaceState(BOUND.links().stream().map(known -> known.equals(link) ? changed : known).toList(),
                BOUND.addresses(), BOUND.routes(), BOUND.neighbours());
    }

    /** The bound pod without one link. */
    static NamespaceState boundWithout(Link link) {
        return new NamespaceState(BOUND.links().stream().filter(known -> !known.equals(link)).toList(),
                BOUND.addresses().stream().filter(address -> address.linkIndex() != link.index()).toList(), BOUND.routes(),
                BOUND.neighbours());
    }
}
