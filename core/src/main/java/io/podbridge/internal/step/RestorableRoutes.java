package io.podbridge.internal.step;

import io.podbridge.netlink.model.NextHop;
import io.podbridge.netlink.model.Route;
import io.podbridge.netlink.model.RouteProtocol;
import io.podbridge.netlink.model.RouteType;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Routes as they can be compared and given back: without those that the kernel keeps for its own addresses or learned from a router,
 * and without the flags that tell the state of the moment.
 */
final class RestorableRoutes {
    private static final Set<RouteType> KEPT_BY_KERNEL = Set.of(RouteType.LOCAL, RouteType.BROADCAST, RouteType.ANYCAST,
            RouteType.MULTICAST);

    private final int nic;

    RestorableRoutes(int nic) {
        this.nic = nic;
    }

    List<Route> of(List<Route> routes) {
        return routes.stream().filter(this::isRestorable).map(RestorableRoutes::configured).distinct().toList();
    }

    private boolean isRestorable(Route route) {
        boolean linkLocal = route.leavesThrough(nic) && route.protocol().equals(RouteProtocol.KERNEL)
                && (route.destination().address().isLinkLocal() || route.destination().address().isMulticast());
        boolean learned = route.protocol().equals(RouteProtocol.RA) || route.protocol().equals(RouteProtocol.REDIRECT);
        return !KEPT_BY_KERNEL.contains(route.type()) && !learned && !linkLocal;
    }

    private static Route configured(Route route) {
        Stream<NextHop> hops = route.nextHops().stream()
                .map(hop -> hop.toBuilder().flags(hop.flags() & NextHop.CONFIGURED_FLAGS).build());
        return route.toBuilder().nextHops(hops.toList()).build();
    }
}
