package io.podbridge.guest;

import io.podbridge.binding.BridgeBinding;
import io.podbridge.binding.PodInterface;
import io.podbridge.netlink.model.HardwareAddress;
import io.podbridge.netlink.model.InterfaceAddress;
import io.podbridge.netlink.model.IpAddress;
import io.podbridge.netlink.model.IpPrefix;
import io.podbridge.netlink.model.Link;
import io.podbridge.netlink.model.LinkKind;
import io.podbridge.netlink.model.NextHop;
import io.podbridge.netlink.model.Route;
import io.podbridge.netlink.model.RouteProtocol;
import io.podbridge.netlink.model.Scope;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** A pod's {@code eth0} with the addresses and routes that a network plugin gave it. */
final class DiscoveredPod {
    static final int ETH0 = 3;
    static final int NET1 = 4;
    static final IpPrefix SERVER = BridgeBinding.fakeAddress(0);

    private final List<InterfaceAddress> addresses = new ArrayList<>();
    private final List<Route> routes = new ArrayList<>();
    private Link link = Link.builder(ETH0, "eth0").kind(LinkKind.VETH).mtu(1450)
            .hardwareAddress(HardwareAddress.parse("0a:58:0a:f4:01:05")).build();

    DiscoveredPod link(UnaryOperator<Link.Builder> change) {
        link = change.apply(link.toBuilder()).build();
        return this;
    }

    DiscoveredPod address(String prefix) {
        return address(prefix, address -> address);
    }

    DiscoveredPod address(String prefix, UnaryOperator<InterfaceAddress.Builder> change) {
        addresses.add(change.apply(InterfaceAddress.builder(ETH0, IpPrefix.parse(prefix))).build());
        return this;
    }

    DiscoveredPod onLink(String destination) {
        return onLink(destination, route -> route);
    }

    DiscoveredPod onLink(String destination, UnaryOperator<Route.Builder> change) {
        return route(destination, List.of(dev(ETH0)), route -> change.apply(route.scope(Scope.LINK)));
    }

    DiscoveredPod connected(String destination, String source) {
        return onLink(destination, route -> route.protocol(RouteProtocol.KERNEL).preferredSource(IpAddress.parse(source)));
    }

    DiscoveredPod via(String destination, String gateway) {
        return via(destination, gateway, route -> route);
    }

    DiscoveredPod via(String destination, String gateway, UnaryOperator<Route.Builder> change) {
        return route(destination, List.of(hop(ETH0, gateway)), change);
    }

    DiscoveredPod route(String destination, List<NextHop> hops, UnaryOperator<Route.Builder> change) {
        routes.add(change.apply(Route.builder(IpPrefix.parse(destination)).nextHops(hops)).build());
        return this;
    }

    static NextHop dev(int linkIndex) {
        return NextHop.builder().linkIndex(linkIndex).build();
    }

    static NextHop hop(int linkIndex, String gateway) {
        return NextHop.builder().linkIndex(linkIndex).gateway(IpAddress.parse(gateway)).build();
    }

    PodInterface build() {
        return PodInterface.builder(link, Instant.EPOCH).addresses(addresses).routes(routes).build();
    }

    DhcpConfig dhcp() {
        return DhcpConfig.of(build(), BridgeBinding.of("eth0"), Optional.of(SERVER));
    }
}
