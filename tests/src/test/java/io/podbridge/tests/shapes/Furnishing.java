package io.podbridge.tests.shapes;

import io.podbridge.netlink.NetlinkHandler;
import io.podbridge.netlink.model.AddressFlags;
import io.podbridge.netlink.model.HardwareAddress;
import io.podbridge.netlink.model.InterfaceAddress;
import io.podbridge.netlink.model.IpAddress;
import io.podbridge.netlink.model.IpFamily;
import io.podbridge.netlink.model.IpPrefix;
import io.podbridge.netlink.model.LinkId;
import io.podbridge.netlink.model.Neighbour;
import io.podbridge.netlink.model.NextHop;
import io.podbridge.netlink.model.Route;
import io.podbridge.netlink.model.Scope;
import io.podbridge.netlink.request.AddressAdd;
import io.podbridge.netlink.request.NeighbourReplace;
import io.podbridge.netlink.request.NetlinkRequest;
import io.podbridge.netlink.request.RouteAppend;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

/** The requests by which a plugin gives a link its addresses, routes and neighbours. */
final class Furnishing {
    private static final HardwareAddress ROUTER = HardwareAddress.parse("02:11:22:33:44:55");

    private Furnishing() {}

    static AddressAdd address(LinkId link, String prefix, Consumer<InterfaceAddress.Builder> peculiarities) {
        IpPrefix parsed = IpPrefix.parse(prefix);
        InterfaceAddress.Builder address = InterfaceAddress.builder(link.index(), parsed);
        if (parsed.family() == IpFamily.IPV6) {
            address.flags(new AddressFlags(AddressFlags.NODAD));
        }
        peculiarities.accept(address);
        return new AddressAdd(link, address.build());
    }

    /** {@return a route by one link, as ip(8) makes it: without a gateway its scope is the link} */
    static RouteAppend route(LinkId link, String destination, Optional<String> gateway, Consumer<Route.Builder> peculiarities) {
        IpPrefix parsed = destination(destination, gateway);
        NextHop.Builder hop = NextHop.builder().linkIndex(link.index());
        gateway.map(IpAddress::parse).ifPresent(hop::gateway);
        Route.Builder route = Route.builder(parsed).nextHops(List.of(hop.build()));
        if (gateway.isEmpty() && parsed.family() == IpFamily.IPV4) {
            route.scope(Scope.LINK);
        }
        peculiarities.accept(route);
        return new RouteAppend(route.build(), Map.of(link.index(), link.name()));
    }

    static IpPrefix destination(String destination, Optional<String> gateway) {
        if (!destination.equals("default")) {
            return IpPrefix.parse(destination);
        }
        return IpPrefix.all(gateway.map(router -> IpAddress.parse(router).family()).orElse(IpFamily.IPV4));
    }

    /** {@return a route of several next hops, each a link and a gateway: {@code eth0 10.1.2.1}} */
    static Function<NetlinkHandler, NetlinkRequest> multipath(String destination, String... hops) {
        return handler -> {
            Map<Integer, String> names = new HashMap<>();
            List<NextHop> next = Stream.of(hops).map(hop -> hop(handler, hop.split(" ", -1), names)).toList();
            return new RouteAppend(Route.builder(IpPrefix.parse(destination)).nextHops(next).build(), names);
        };
    }

    private static NextHop hop(NetlinkHandler handler, String[] words, Map<Integer, String> names) {
        int link = handler.linkByName(words[0]).orElseThrow().index();
        names.put(link, words[0]);
        return NextHop.builder().linkIndex(link).gateway(IpAddress.parse(words[1])).build();
    }

    static NeighbourReplace permanent(LinkId link, String address) {
        return new NeighbourReplace(link, Neighbour.builder(link.index(), IpAddress.parse(address))
                .state(Neighbour.PERMANENT).hardwareAddress(ROUTER).build());
    }
}
