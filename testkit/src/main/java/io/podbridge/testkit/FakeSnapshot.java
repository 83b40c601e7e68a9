package io.podbridge.testkit;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.podbridge.netlink.NetlinkHandler;
import io.podbridge.netlink.model.InterfaceAddress;
import io.podbridge.netlink.model.Link;
import io.podbridge.netlink.model.Neighbour;
import io.podbridge.netlink.model.Route;

/**
 * All that a handler tells of a namespace at one moment, in the handler's order. Two that are equal were taken of the same network.
 *
 * @param links its links
 * @param addresses its addresses
 * @param routes its routes
 * @param neighbours its neighbours
 */
public record FakeSnapshot(List<Link> links, List<InterfaceAddress> addresses, List<Route> routes, List<Neighbour> neighbours) {

    /** Keeps copies. */
    public FakeSnapshot {
        links = List.copyOf(links);
        addresses = List.copyOf(addresses);
        routes = List.copyOf(routes);
        neighbours = List.copyOf(neighbours);
    }

    /**
     * Looks at a namespace.
     *
     * @param handler any backend's
     * @return what it tells
     */
    public static FakeSnapshot of(NetlinkHandler handler) {
        return new FakeSnapshot(handler.linkList(), handler.addrList(), handler.routeList(), handler.neighList());
    }

    /** {@return a line for each thing} */
    @Override
    public String toString() {
        return Stream.of(links, addresses, routes, neighbours).flatMap(List::stream).map(Object::toString)
                .collect(Collectors.joining("\n"));
    }
}
