package io.podbridge.internal.step;

import io.podbridge.internal.pod.Observed;
import io.podbridge.netlink.model.Link;
import io.podbridge.netlink.model.LinkId;
import io.podbridge.netlink.model.Route;
import io.podbridge.netlink.request.RouteAppend;
import io.podbridge.netlink.request.RouteDelete;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What makes the routes of a link those that it should have. The nearest come first (by descending scope), since a gateway must be
 * reachable. Routes that somebody else made meanwhile stay beside ours, also where the kernel would let ours replace them.
 */
final class RouteChanges {
    private final Findings findings;
    private final int link;
    private final Map<Integer, String> names = new HashMap<>();

    RouteChanges(Findings findings, Observed observed, LinkId link) {
        this.findings = findings;
        this.link = link.index();
        observed.links().forEach((Link found) -> names.put(found.index(), found.name()));
        names.putIfAbsent(link.index(), link.name());
    }

    void deleteSurplus(List<Route> wanted, List<Route> there) {
        there.stream().filter(route -> route.leavesThrough(link) && wanted.stream().noneMatch(ours -> covers(route, ours)))
                .forEach(surplus -> {
                    RouteDelete delete = new RouteDelete(surplus, names);
                    findings.unwanted(delete.target());
                    findings.request(delete);
                });
    }

    void appendMissing(List<Route> wanted, List<Route> there) {
        wanted.stream().filter(ours -> there.stream().noneMatch(route -> covers(route, ours)))
                .sorted(Comparator.comparingInt(RouteChanges::reach).reversed())
                .forEach(missing -> {
                    there.stream().filter(route -> hasLostItsSource(route, missing))
                            .forEach(rest -> findings.request(new RouteDelete(rest, names)));
                    RouteAppend append = new RouteAppend(missing, names);
                    findings.missing(append.target());
                    findings.request(append);
                });
    }

    /** The kernel makes one IPv6 route of several that differ in their way alone, and time does not stand still. */
    private static boolean covers(Route there, Route ours) {
        Route comparable = there.toBuilder().nextHops(ours.nextHops()).build();
        return timeless(comparable).equals(timeless(ours)) && there.nextHops().containsAll(ours.nextHops());
    }

    /** The kernel takes the source from an IPv6 route of another link when nobody has that address any more. */
    private static boolean hasLostItsSource(Route there, Route ours) {
        return there.preferredSource().isEmpty() && ours.preferredSource()
                .map(source -> covers(there.toBuilder().preferredSource(source).build(), ours)).orElse(false);
    }

    private static Route timeless(Route route) {
        return route.expiresSeconds().isPresent() ? route.toBuilder().expiresSeconds(1).build() : route;
    }

    /** IPv6 routes have no scope; those without a gateway are as near as a link. */
    private static int reach(Route route) {
        boolean direct = route.nextHops().stream().allMatch(hop -> hop.gateway().isEmpty());
        return Math.max(route.scope().number(), direct ? 1 : 0);
    }
}
