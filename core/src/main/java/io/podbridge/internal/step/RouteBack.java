package io.podbridge.internal.step;

import io.podbridge.internal.pod.Observed;
import io.podbridge.netlink.model.Link;
import io.podbridge.netlink.model.LinkKind;
import io.podbridge.netlink.model.Route;
import io.podbridge.netlink.request.RouteAppend;
import io.podbridge.netlink.request.RouteDelete;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Gives the pod its routes back, and takes away those that the kernel made anew. The nearest come first (by descending scope), since a
 * gateway must be reachable; one that still is not is tried again. Routes that somebody else made meanwhile stay beside ours, also where
 * the kernel would let ours replace them.
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
        int nic = context.podNic().index();
        if (!observed.link(nic).map(Link::isUp).orElse(false)) {
            return findings.done();
        }
        Map<Integer, String> names = observed.links().stream().collect(Collectors.toMap(Link::index, Link::name));
        RestorableRoutes routes = new RestorableRoutes(context);
        List<Route> wanted = routes.wanted();
        List<Route> there = routes.there(observed.routes());
        there.stream().filter(route -> route.leavesThrough(nic) && wanted.stream().noneMatch(ours -> covers(route, ours)))
                .forEach(surplus -> {
                    findings.differs("route " + surplus, "absent", "there");
                    findings.request(new RouteDelete(surplus, names));
                });
        wanted.stream().filter(ours -> isCarried(ours, observed) && there.stream().noneMatch(route -> covers(route, ours)))
                .sorted(Comparator.comparingInt(RouteBack::reach).reversed())
                .forEach(missing -> {
                    findings.differs("route " + missing, "there", "absent");
                    findings.request(new RouteAppend(missing, names));
                });
        findings.mode(Assessment.Mode.EACH_FOR_ITSELF);
        return findings.done();
    }

    /**
     * {@return whether every other link on the route's way can carry it} One that is a port itself has its own binding, which gives the
     * route back when that link is released; one that is down or gone lost the route by no doing of this binding.
     */
    private boolean isCarried(Route route, Observed observed) {
        return route.nextHops().stream().flatMap(hop -> hop.linkIndex().stream().boxed())
                .filter(index -> index != context.podNic().index())
                .allMatch(index -> observed.link(index).filter(Link::isUp).filter(link -> !isPort(link, observed)).isPresent());
    }

    private static boolean isPort(Link link, Observed observed) {
        return link.master().isPresent()
                && observed.link(link.master().getAsInt()).filter(master -> master.isKind(LinkKind.BRIDGE)).isPresent();
    }

    /** The kernel makes one IPv6 route of several that differ in their way alone, and time does not stand still. */
    private static boolean covers(Route there, Route ours) {
        Route comparable = there.toBuilder().nextHops(ours.nextHops()).build();
        return timeless(comparable).equals(timeless(ours)) && there.nextHops().containsAll(ours.nextHops());
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
