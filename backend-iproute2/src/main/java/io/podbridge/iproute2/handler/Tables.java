package io.podbridge.iproute2.handler;

import io.podbridge.iproute2.json.AddressJson;
import io.podbridge.iproute2.json.BriefLink;
import io.podbridge.iproute2.json.NeighbourJson;
import io.podbridge.iproute2.json.NextHopObjectJson;
import io.podbridge.iproute2.json.RouteJson;
import io.podbridge.iproute2.json.RouteLocks;
import io.podbridge.iproute2.process.ToolException;
import io.podbridge.netlink.NetlinkException;
import io.podbridge.netlink.model.InterfaceAddress;
import io.podbridge.netlink.model.IpFamily;
import io.podbridge.netlink.model.Link;
import io.podbridge.netlink.model.Neighbour;
import io.podbridge.netlink.model.NextHopObject;
import io.podbridge.netlink.model.Route;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Reads addresses, routes and neighbours. */
final class Tables {
    private static final List<String> ADDRESSES = List.of("addr", "show");
    private static final List<String> NEIGHBOURS = List.of("neigh", "show", "nud", "all");
    private static final List<String> PROXIES = List.of("neigh", "show", "proxy");
    private static final List<String> NEXT_HOPS = List.of("nexthop", "show");
    private final Readings readings;

    Tables(Readings readings) {
        this.readings = readings;
    }

    /** Their links are told by index. */
    List<InterfaceAddress> addresses(Call call) throws ToolException {
        return readings.read(call, show -> {
            String json = show.json(List.of(ADDRESSES)).get(0);
            show.saw(BriefLink.read(Show.name(ADDRESSES), json));
            return AddressJson.read(Show.name(ADDRESSES), json);
        });
    }

    List<Route> routes(Call call) throws ToolException {
        return readings.read(call, show -> {
            List<String> json = show
                    .json(List.of(Show.LINKS, routes(IpFamily.IPV4), routes(IpFamily.IPV6), Show.LINKS));
            List<Link> links = show.links(json.get(0));
            List<Route> routes = new ArrayList<>(routes(call, IpFamily.IPV4, json.get(1), links));
            routes.addAll(routes(call, IpFamily.IPV6, json.get(2), links));
            show.compare(links, json.get(3));
            return List.copyOf(routes);
        });
    }

    /** Where no family is asked for there are those of all, and of them one is left by a prefix that has all of its routes in it. */
    private static List<String> routes(IpFamily family) {
        return List.of("route", "show", "table", "all", "root", family == IpFamily.IPV4 ? "0.0.0.0/0" : "::/0");
    }

    private static List<Route> routes(Call call, IpFamily family, String json, List<Link> links) throws ToolException {
        List<String> command = routes(family);
        List<Route> routes = RouteJson.read(Show.name(command), json, family, links);
        return RouteLocks.areUntold(json) ? RouteLocks.apply(Show.name(command), text(call, command), routes) : routes;
    }

    private static String text(Call call, List<String> command) throws ToolException {
        List<String> words = new ArrayList<>(List.of("ip", "-d", "-N"));
        words.addAll(command);
        return call.run("", words).output();
    }

    /** A kernel before 5.3 has none. */
    List<NextHopObject> nextHopObjects(Call call) throws ToolException {
        try {
            return knownNextHopObjects(call);
        } catch (NetlinkException e) {
            if (e.errno().map(errno -> errno.is("EOPNOTSUPP")).orElse(false)) {
                return List.of();
            }
            throw e;
        }
    }

    private List<NextHopObject> knownNextHopObjects(Call call) throws ToolException {
        return readings.read(call, show -> {
            List<String> json = show.json(List.of(Show.LINKS, NEXT_HOPS, Show.LINKS));
            List<Link> links = show.links(json.get(0));
            List<NextHopObject> objects = NextHopObjectJson.read(Show.name(NEXT_HOPS), json.get(1), links);
            show.compare(links, json.get(2));
            return objects;
        });
    }

    /** Both families, and of each the proxies last. */
    List<Neighbour> neighbours(Call call) throws ToolException {
        return readings.read(call, show -> {
            List<String> json = show.json(List.of(Show.LINKS, NEIGHBOURS, PROXIES, Show.LINKS));
            List<Link> links = show.links(json.get(0));
            List<Neighbour> neighbours = new ArrayList<>();
            neighbours.addAll(NeighbourJson.read(Show.name(NEIGHBOURS), json.get(1), links));
            neighbours.addAll(NeighbourJson.read(Show.name(PROXIES), json.get(2), links));
            neighbours.sort(Comparator.comparing(neighbour -> neighbour.address().family()));
            show.compare(links, json.get(3));
            return List.copyOf(neighbours);
        });
    }
}
