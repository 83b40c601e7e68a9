package io.podbridge.internal.step;

import io.podbridge.internal.pod.Observed;
import io.podbridge.netlink.model.Link;
import io.podbridge.netlink.model.LinkKind;
import io.podbridge.netlink.model.Route;
import java.util.List;

/**
 * Gives the pod its routes back, and takes away those that the kernel made anew. One whose gateway cannot be reached yet is tried again.
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
        RestorableRoutes routes = new RestorableRoutes(context, nic);
        List<Route> wanted = routes.wanted();
        List<Route> there = routes.there(observed.routes());
        RouteChanges changes = new RouteChanges(findings, observed, context.podNic());
        changes.deleteSurplus(wanted, there);
        changes.appendMissing(wanted.stream().filter(route -> isCarried(route, observed)).toList(), there);
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
}
