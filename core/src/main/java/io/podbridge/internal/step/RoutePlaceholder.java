package io.podbridge.internal.step;

import io.podbridge.internal.pod.Observed;
import io.podbridge.netlink.model.LinkId;
import io.podbridge.netlink.model.NextHop;
import io.podbridge.netlink.model.Route;
import io.podbridge.netlink.model.RouteType;
import java.util.List;
import java.util.stream.Stream;

/** Gives a placeholder that is up the routes that the NIC had, and takes away those that the kernel made besides. */
final class RoutePlaceholder implements Step {
    private final BindingContext context;
    private final LinkId placeholder;

    RoutePlaceholder(BindingContext context) {
        this.context = context;
        this.placeholder = context.own().placeholder();
    }

    @Override
    public String name() {
        return "placeholder-routes";
    }

    @Override
    public Assessment assess(Observed observed) {
        Findings findings = new Findings(name());
        RestorableRoutes nics = new RestorableRoutes(context, context.podNic().index());
        List<Route> wanted = nics.captured().filter(route -> isWanted(route, context.podNic().index()))
                .filter(route -> isSettled(observed) || !RestorableRoutes.isKernels(route)).map(this::moved).toList();
        List<Route> there = new RestorableRoutes(context, placeholder.index()).there(observed.routes()).stream()
                .filter(route -> isWanted(route, placeholder.index())).toList();
        RouteChanges changes = new RouteChanges(findings, observed, placeholder);
        changes.deleteSurplus(wanted, there);
        changes.appendMissing(wanted, there);
        return findings.done();
    }

    /** What the kernel makes for addresses is there as soon as they are, and the link is up. */
    private boolean isSettled(Observed observed) {
        return Stream.of(new NamePlaceholder(context), new AddressPlaceholder(context), new RaisePlaceholder(context))
                .allMatch(step -> step.assess(observed).holds());
    }

    /** A route that another link has a part in stayed with that. */
    private static boolean isWanted(Route route, int link) {
        return route.type().equals(RouteType.UNICAST) && route.leavesThrough(link)
                && route.nextHops().stream().allMatch(hop -> hop.linkIndex().orElse(0) == link);
    }

    private Route moved(Route route) {
        Stream<NextHop> hops = route.nextHops().stream().map(hop -> hop.toBuilder().linkIndex(placeholder.index()).build());
        return route.toBuilder().nextHops(hops.toList()).build();
    }
}
