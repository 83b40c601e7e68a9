package io.podbridge.iproute2.handler;

import io.podbridge.iproute2.json.AddressJson;
import io.podbridge.iproute2.json.NeighbourJson;
import io.podbridge.iproute2.json.RouteJson;
import io.podbridge.iproute2.json.RouteLocks;
import io.podbridge.iproute2.json.UnreadableOutputException;
import io.podbridge.iproute2.process.ToolException;
import io.podbridge.netlink.model.InterfaceAddress;
import io.podbridge.netlink.model.IpFamily;
import io.podbridge.netlink.model.Link;
import io.podbridge.netlink.model.Neighbour;
import io.podbridge.netlink.model.Route;
import io.podbridge.netlink.request.Command;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Reads addresses, routes and neighbours. Where they name links, the links are listed just before, by the same process. */
final class Tables {
    private static final Command ADDRESSES = Command.of("ip", "addr", "show");
    private static final Command NEIGHBOURS = Command.of("ip", "neigh", "show", "nud", "all");
    private static final Command PROXIES = Command.of("ip", "neigh", "show", "proxy");

    private final Shown shown;
    private final Links links;

    Tables(Shown shown, Links links) {
        this.shown = shown;
        this.links = links;
    }

    private interface Reading<T> {
        List<T> read() throws ToolException;
    }

    List<InterfaceAddress> addresses(Call call) throws ToolException {
        return AddressJson.read(ADDRESSES.toString(), shown.json(call, ADDRESSES));
    }

    List<Route> routes(Call call) throws ToolException {
        List<Route> routes = new ArrayList<>();
        for (IpFamily family : IpFamily.values()) {
            routes.addAll(again(() -> routes(call, family)));
        }
        return List.copyOf(routes);
    }

    private List<Route> routes(Call call, IpFamily family) throws ToolException {
        String option = family == IpFamily.IPV4 ? "-4" : "-6";
        List<Link> known = links.brief(call, Command.of("ip", option, "link", "show"));
        Command show = Command.of("ip", option, "route", "show", "table", "all");
        String json = shown.json(call, show);
        List<Route> routes = RouteJson.read(show.toString(), json, family, known);
        return RouteLocks.areUntold(json) ? RouteLocks.apply(show.toString(), text(call, show), routes) : routes;
    }

    private static String text(Call call, Command show) throws ToolException {
        List<String> words = new ArrayList<>(show.arguments());
        words.addAll(1, List.of("-d", "-N"));
        return call.run("", words).output();
    }

    /** Both families, and of each the proxies last. */
    List<Neighbour> neighbours(Call call) throws ToolException {
        return again(() -> {
            List<Link> known = links.brief(call);
            List<Neighbour> neighbours = new ArrayList<>();
            for (Command show : List.of(NEIGHBOURS, PROXIES)) {
                neighbours.addAll(NeighbourJson.read(show.toString(), shown.json(call, show), known));
            }
            neighbours.sort(Comparator.comparing(neighbour -> neighbour.address().family()));
            return List.copyOf(neighbours);
        });
    }

    /** A link may come between the two lists; one that cannot be read for another reason cannot be read the second time either. */
    private static <T> List<T> again(Reading<T> reading) throws ToolException {
        for (int tries = 1; tries < Shown.TRIES; tries++) {
            try {
                return reading.read();
            } catch (UnreadableOutputException e) {
                System.getLogger(Tables.class.getName()).log(System.Logger.Level.DEBUG, "once more", e);
            }
        }
        return reading.read();
    }
}
