package io.podbridge.cli.output;

import io.podbridge.netlink.NetlinkHandler;
import io.podbridge.netlink.model.InterfaceAddress;
import io.podbridge.netlink.model.Link;
import io.podbridge.netlink.model.Route;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Links, addresses and routes of a namespace, as they were at one moment.
 *
 * @param links all links, in the kernel's order
 * @param addresses all addresses, in the kernel's order
 * @param routes all routes, of every table
 */
public record NamespaceState(List<Link> links, List<InterfaceAddress> addresses, List<Route> routes) {

    /** Keeps copies. */
    public NamespaceState {
        links = List.copyOf(links);
        addresses = List.copyOf(addresses);
        routes = List.copyOf(routes);
    }

    /**
     * Reads all of it.
     *
     * @param handler the namespace
     * @return what is there
     */
    public static NamespaceState read(NetlinkHandler handler) {
        return new NamespaceState(handler.linkList(), handler.addrList(), handler.routeList());
    }

    /** {@return the names of the links by their indices} */
    public Map<Integer, String> linkNames() {
        return links.stream().collect(Collectors.toMap(Link::index, Link::name));
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
     * All of it for people, in the style of {@code ip -d address} and {@code ip route}. The routes that the kernel keeps in its table
     * {@code local} say what the addresses say, and are left out.
     *
     * @return the lines
     */
    public List<String> lines() {
        Map<Integer, String> names = linkNames();
        List<String> lines = new ArrayList<>();
        for (Link link : links) {
            lines.addAll(new LinkText(link, names).lines());
            addressesOf(link).forEach(address -> lines.add("    " + AddressText.of(address, link.name())));
        }
        routes.stream().filter(route -> route.table() != Route.LOCAL_TABLE)
                .forEach(route -> lines.add(RouteText.of(route, names)));
        return lines;
    }

    /**
     * Writes all of it for programs.
     *
     * @param json the object that gets the fields
     */
    public void write(Json json) {
        Map<Integer, String> names = linkNames();
        json.objects("links", links, (object, link) -> {
            LinkJson.write(object, link, names);
            object.objects("addresses", addressesOf(link), AddressJson::write);
        });
        json.objects("routes", routes, (object, route) -> RouteJson.write(object, route, names));
    }
}
