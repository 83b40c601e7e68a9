package io.podbridge.internal.step;

import io.podbridge.netlink.model.InterfaceAddress;
import io.podbridge.netlink.model.IpAddress;
import io.podbridge.netlink.model.IpPrefix;
import io.podbridge.netlink.model.NextHop;
import io.podbridge.netlink.model.Route;
import io.podbridge.netlink.model.RouteProtocol;
import io.podbridge.netlink.model.RouteType;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Routes as they can be compared and given back: without those that the kernel keeps for its own addresses or learned from a router,
 * without those that have expired or whose address has, and without the flags that tell the state of the moment.
 */
final class RestorableRoutes {
    private static final Set<RouteType> KEPT_BY_KERNEL = Set.of(RouteType.LOCAL, RouteType.BROADCAST, RouteType.ANYCAST,
            RouteType.MULTICAST);

    private final BindingContext context;
    private final int link;

    RestorableRoutes(BindingContext context, int link) {
        this.context = context;
        this.link = link;
    }

    /** {@return the captured ones, as if no time had gone by} */
    Stream<Route> captured() {
        return of(context.pod().routes());
    }

    /** {@return the captured ones that should be there, with what is left of their time} */
    List<Route> wanted() {
        Set<IpAddress> expired = expired(context.pod().addresses().stream(), InterfaceAddress::address);
        Set<IpPrefix> expiredSubnets = expired(context.pod().addresses().stream(), address -> address.prefix().network());
        return captured().filter(this::isLost).filter(route -> !route.preferredSource().map(expired::contains).orElse(false))
                .filter(route -> !(isKernels(route) && expiredSubnets.contains(route.destination())))
                .filter(route -> secondsLeft(route) > 0).map(this::aged)
                .filter(route -> !context.givenUp().contains(route)).toList();
    }

    /** {@return those of a namespace} */
    List<Route> there(List<Route> routes) {
        return of(routes).toList();
    }

    private Stream<Route> of(List<Route> routes) {
        return routes.stream().filter(this::isRestorable).map(RestorableRoutes::configured).distinct();
    }

    private <T> Set<T> expired(Stream<InterfaceAddress> captured, Function<InterfaceAddress, T> part) {
        Set<T> left = context.unexpiredAddresses().stream().map(part).collect(Collectors.toSet());
        return captured.map(part).filter(each -> !left.contains(each)).collect(Collectors.toSet());
    }

    /** {@return whether the binding makes the kernel drop it} Others are captured only to tell of them. */
    private boolean isLost(Route route) {
        return route.leavesThrough(link) || route.preferredSource().isPresent();
    }

    private boolean isRestorable(Route route) {
        boolean linkLocal = route.leavesThrough(link) && isKernels(route)
                && (route.destination().address().isLinkLocal() || route.destination().address().isMulticast());
        boolean learned = route.protocol().equals(RouteProtocol.RA) || route.protocol().equals(RouteProtocol.REDIRECT);
        return !(KEPT_BY_KERNEL.contains(route.type()) && isKernels(route)) && !learned && !linkLocal;
    }

    static boolean isKernels(Route route) {
        return route.protocol().equals(RouteProtocol.KERNEL);
    }

    private long secondsLeft(Route route) {
        OptionalLong expires = route.expiresSeconds();
        return expires.isPresent() ? expires.getAsLong() - context.elapsedSeconds() : Long.MAX_VALUE;
    }

    private Route aged(Route route) {
        return route.expiresSeconds().isPresent() ? route.toBuilder().expiresSeconds(secondsLeft(route)).build() : route;
    }

    private static Route configured(Route route) {
        Stream<NextHop> hops = route.nextHops().stream()
                .map(hop -> hop.toBuilder().flags(hop.flags() & NextHop.CONFIGURED_FLAGS).build());
        return route.toBuilder().nextHops(hops.toList()).build();
    }
}
