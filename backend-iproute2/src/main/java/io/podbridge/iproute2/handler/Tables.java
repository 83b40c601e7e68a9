package io.podbridge.iproute2.handler;

import io.podbridge.iproute2.json.AddressJson;
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
import java.util.Optional;

/** Reads addresses, routes and neighbours. */
final class Tables {
    private static final String[] ADDRESSES = {"addr", "show"};
    private static final String[] NEIGHBOURS = {"neigh", "show", "nud", "all"};
    private static final String[] PROXIES = {"neigh", "show", "proxy"};
    private static final String[] NEXT_HOPS = {"nexthop", "show"};
    private static final String[] ROUTES = {"route", "show", "table", "all"};

    private final Readings readings;

    Tables(Readings readings) {
        this.readings = readings;
    }

    /** Their links are told by index. */
    List<InterfaceAddress> addresses(Call call) throws ToolException {
        return readings.read(call, show -> Optional.of(AddressJson.read(show.name(ADDRESSES), show.json(ADDRESSES))));
    }

    List<Route> routes(Call call) throws ToolException {
        List<Route> routes = new ArrayList<>();
        for (IpFamily family : IpFamily.values()) {
            String option = family == IpFamily.IPV4 ? "-4" : "-6";
            routes.addAll(readings.read(call, show -> routes(call, show, family, option), option));
        }
        return List.copyOf(routes);
    }

    private static Optional<List<Route>> routes(Call call, Show show, IpFamily family, String option) throws ToolException {
        List<Link> links = show.links();
        String json = show.json(ROUTES);
        List<Route> routes = RouteJson.read(show.name(ROUTES), json, family, links);
        if (RouteLocks.areUntold(json)) {
            routes = RouteLocks.apply(show.name(ROUTES), text(call, option), routes);
        }
        return show.isRenamed(links) ? Optional.empty() : Optional.of(routes);
    }

    private static String text(Call call, String option) throws ToolException {
        List<String> words = new ArrayList<>(List.of("ip", option, "-d", "-N"));
        words.addAll(List.of(ROUTES));
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
            List<Link> links = show.links();
            List<NextHopObject> objects = NextHopObjectJson.read(show.name(NEXT_HOPS), show.json(NEXT_HOPS), links);
            return show.isRenamed(links) ? Optional.empty() : Optional.of(objects);
        });
    }

    /** Both families, and of each the proxies last. */
    List<Neighbour> neighbours(Call call) throws ToolException {
        return readings.read(call, show -> {
            List<Link> links = show.links();
            List<Neighbour> neighbours = new ArrayList<>();
            neighbours.addAll(NeighbourJson.read(show.name(NEIGHBOURS), show.json(NEIGHBOURS), links));
            neighbours.addAll(NeighbourJson.read(show.name(PROXIES), show.json(PROXIES), links));
            neighbours.sort(Comparator.comparing(neighbour -> neighbour.address().family()));
            return show.isRenamed(links) ? Optional.empty() : Optional.of(List.copyOf(neighbours));
        });
    }
}
