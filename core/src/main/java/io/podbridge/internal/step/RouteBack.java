package io.podbridge.internal.step;

import io.podbridge.internal.pod.Observed;
import io.podbridge.netlink.model.Link;
import io.podbridge.netlink.model.Route;
import io.podbridge.netlink.request.RouteDelete;
import io.podbridge.netlink.request.RouteReplace;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Gives the pod its routes back, and takes away those that the kernel made anew. The nearest come first (by descending scope), since a
 * gateway must be reachable; one that still is not is tried again.
 */
final class RouteBack implements Step {
    private final BindingContext context;

    RouteBack(BindingContext context) {
        this.context = context;
    }

    @Override
    public String name() {
        return "routes-back";
    }

    @Override
    public Assessment assess(Observed observed) {
        Findings findings = new Findings(name());
        if (!observed.link(context.podNic().index()).map(Link::isUp).orElse(false)) {
            return findings.done();
        }
        Map<Integer, String> names = observed.links().stream().collect(Collectors.toMap(Link::index, Link::name));
        RestorableRoutes routes = new RestorableRoutes(context.podNic().index());
        List<Route> wanted = routes.of(context.pod().routes());
        List<Route> there = routes.of(observed.routes());
        there.stream().filter(route -> route.leavesThrough(context.podNic().index()) && !wanted.contains(route))
                .forEach(surplus -> {
                    findings.differs("route " + surplus, "absent", "there");
                    findings.request(new RouteDelete(surplus, names));
                });
        wanted.stream().filter(route -> !there.contains(route)).sorted(Comparator.comparingInt(RouteBack::reach).reversed())
                .forEach(missing -> {
                    findings.differs("route " + missing, "there", "absent");
                    findings.request(new RouteReplace(missing, names));
                });
        findings.mode(Assessment.Mode.EACH_FOR_ITSELF);
        return findings.done();
    }

    /** IPv6 routes have no scope; those without a gateway are as near as a link. */
    private static int reach(Route route) {
        boolean direct = route.nextHops().stream().allMatch(hop -> hop.gateway().isEmpty());
        return Math.max(route.scope().number(), direct ? 1 : 0);
    }
}
