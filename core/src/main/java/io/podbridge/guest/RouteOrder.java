package io.podbridge.guest;

import io.podbridge.netlink.model.IpAddress;
import io.podbridge.netlink.model.IpPrefix;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Routes in an order in which they can be made one by one: those on the link first, the hosts among them that are gateways included,
 * then those that need a gateway. A gateway that neither the guest's subnet nor a route on the link leads to (the pod's route was
 * {@code onlink}) gets a host route.
 */
final class RouteOrder {
    private static final Comparator<GuestRoute> LONGEST_PREFIX_FIRST = Comparator
            .comparingInt((GuestRoute route) -> -route.destination().length())
            .thenComparing(route -> route.destination().address());

    private final FamilyAddresses addresses;
    private final List<GuestRoute> onLink;

    private RouteOrder(FamilyAddresses addresses, List<GuestRoute> onLink) {
        this.addresses = addresses;
        this.onLink = onLink;
    }

    /** {@return the routes in order, without the default route, but with what its gateway needs} */
    static List<GuestRoute> of(GuestTable table, FamilyAddresses addresses) {
        List<GuestRoute> others = table.toldOthers();
        List<GuestRoute> onLink = others.stream().filter(GuestRoute::isOnLink).toList();
        List<GuestRoute> routed = others.stream().filter(route -> !route.isOnLink()).sorted(LONGEST_PREFIX_FIRST).toList();
        RouteOrder order = new RouteOrder(addresses, onLink);
        Stream<GuestRoute> hosts = Stream.concat(routed.stream(), table.toldDefault().stream()).map(GuestRoute::gateway)
                .flatMap(Optional::stream).filter(order::isOutOfReach).map(IpPrefix::host).map(GuestRoute::onLink);
        Stream<GuestRoute> first = Stream.concat(onLink.stream(), hosts).distinct().sorted(LONGEST_PREFIX_FIRST);
        return Stream.concat(first, routed.stream()).toList();
    }

    private boolean isOutOfReach(IpAddress gateway) {
        return !addresses.reaches(gateway) && onLink.stream().noneMatch(route -> route.destination().contains(gateway));
    }
}
