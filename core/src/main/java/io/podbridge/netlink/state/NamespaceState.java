package io.podbridge.netlink.state;

import io.podbridge.netlink.NetlinkHandler;
import io.podbridge.netlink.model.AddressFlags;
import io.podbridge.netlink.model.InterfaceAddress;
import io.podbridge.netlink.model.IpFamily;
import io.podbridge.netlink.model.IpPrefix;
import io.podbridge.netlink.model.Link;
import io.podbridge.netlink.model.Neighbour;
import io.podbridge.netlink.model.Route;
import io.podbridge.netlink.model.RouteType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Links, addresses, routes and neighbours of a namespace, as they were at one moment.
 *
 * @param links all links, in the kernel's order
 * @param addresses all addresses, in the kernel's order
 * @param routes all routes, of every table
 * @param neighbours all entries of the neighbour tables
 */
public record NamespaceState(List<Link> links, List<InterfaceAddress> addresses, List<Route> routes, List<Neighbour> neighbours) {

    /** Keeps copies. */
    public NamespaceState {
        links = List.copyOf(links);
        addresses = List.copyOf(addresses);
        routes = List.copyOf(routes);
        neighbours = List.copyOf(neighbours);
    }

    /**
     * Reads all of it, one table after the other: what somebody changes meanwhile may be seen in part.
     *
     * @param handler the namespace
     * @return what is there
     * @throws io.podbridge.netlink.NetlinkException if a table cannot be read
     */
    public static NamespaceState read(NetlinkHandler handler) {
        return new NamespaceState(handler.linkList(), handler.addrList(), handler.routeList(), handler.neighList());
    }

    /** {@return the names of the links by their indices} */
    public Map<Integer, String> linkNames() {
        return links.stream().collect(Collectors.toMap(Link::index, Link::name));
    }

    /**
     * The link that has a name, or has it as an alternative name.
     *
     * @param name the name
     * @return the link, if there is one
     */
    public Optional<Link> link(String name) {
        return links.stream().filter(link -> link.name().equals(name) || link.altNames().contains(name)).findFirst();
    }

    /**
     * The addresses of one link.
     *
     * @param link the link
     * @return its addresses, in the kernel's order
     */
    public List<InterfaceAddress> addressesOf(Link link) {
        return addresses.stream().filter(address -> address.linkIndex() == link.index()).toList();
    }

    /**
     * Whether the kernel has made all routes that it makes by itself. That of an IPv6 address to itself, of type {@code local}, comes some
     * time after the address, when duplicate address detection is over ({@code addrconf_dad_completed} of {@code net/ipv6/addrconf.c}):
     * who compares states waits for it. An address whose detection has failed, or whose link has no carrier, brings none.
     *
     * @return false while such a route is to come
     */
    public boolean hasOwnRoutes() {
        Set<Integer> carried = links.stream().filter(Link::hasCarrier).map(Link::index).collect(Collectors.toSet());
        return addresses.stream()
                .filter(address -> carried.contains(address.linkIndex()) && !address.flags().has(AddressFlags.DADFAILED))
                .allMatch(address -> address.address().family() == IpFamily.IPV4
                        || routes.stream().anyMatch(route -> isOwn(route, address)));
    }

    private static boolean isOwn(Route route, InterfaceAddress address) {
        return route.type().equals(RouteType.LOCAL) && route.destination().equals(IpPrefix.host(address.address()))
                && route.leavesThrough(address.linkIndex());
    }

    /** {@return the neighbours that stay until somebody deletes them: permanent ones, proxies, and those that a control plane put there} */
    public List<Neighbour> lastingNeighbours() {
        return neighbours.stream().filter(Lasting::isLasting).toList();
    }

    /**
     * What a later state has lost and gained. The order of a table does not count, nor does what passes by itself: the rest of a lifetime,
     * carriers and what follows from them, and neighbours that the kernel has found.
     *
     * @param later the other state
     * @return one line for each link, address, route or neighbour, in the style of {@code ip(8)}: after a minus if it is gone, after a
     *         plus if it is new; what has changed is both
     */
    public List<String> difference(NamespaceState later) {
        return Difference.between(this, later);
    }

    /**
     * All of it for people, in the style of {@code ip -d address}, {@code ip route} and {@code ip neighbour}. The routes that the kernel
     * keeps in its table {@code local} say what the addresses say, and are left out; so are neighbours that the kernel has found.
     *
     * @return the lines
     */
    public List<String> lines() {
        Map<Integer, String> names = linkNames();
        List<String> lines = new ArrayList<>();
        links.forEach(link -> lines.addAll(lines(link)));
        routes.stream().filter(route -> route.table() != Route.LOCAL_TABLE)
                .forEach(route -> lines.add(RouteText.of(route, names)));
        lastingNeighbours().forEach(neighbour -> lines.add(NeighbourText.of(neighbour, names)));
        return lines;
    }

    /**
     * One link and its addresses for people, in the style of {@code ip -d address show dev}.
     *
     * @param link a link of this namespace
     * @return the lines
     */
    public List<String> lines(Link link) {
        List<String> lines = new ArrayList<>(LinkText.lines(link, linkNames()));
        addressesOf(link).forEach(address -> lines.add("    " + AddressText.of(address, link.name())));
        return lines;
    }
}
