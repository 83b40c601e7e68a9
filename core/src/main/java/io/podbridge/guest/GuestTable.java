package io.podbridge.guest;

import io.podbridge.binding.PodInterface;
import io.podbridge.netlink.model.IpFamily;
import io.podbridge.netlink.model.IpPrefix;
import io.podbridge.netlink.model.Route;
import io.podbridge.netlink.model.RouteProtocol;
import io.podbridge.netlink.model.RouteType;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Which of the pod's routes of one family the guest is told of: one for each destination, the one that the pod itself would take. */
final class GuestTable {
    /** A default route with a gateway comes before one without, since DHCP's router option is made of it. */
    private static final Comparator<Route> FIRST_CHOICE = Comparator
            .comparing((Route route) -> route.isDefault() && GuestTable.told(route).isOnLink())
            .thenComparingLong(route -> route.metric().orElse(0));

    private final FamilyAddresses addresses;
    private final List<Route> ofNic;
    private final Map<IpPrefix, Route> chosen = new LinkedHashMap<>();

    private GuestTable(FamilyAddresses addresses, List<Route> ofNic) {
        this.addresses = addresses;
        this.ofNic = ofNic;
        ofNic.stream().filter(route -> RouteLimits.obstacle(route).isEmpty()).sorted(FIRST_CHOICE)
                .forEach(route -> chosen.putIfAbsent(route.destination(), route));
    }

    /** {@return the table for these addresses; an empty one if there are none, since routes are of no use then} */
    static GuestTable of(PodInterface pod, FamilyAddresses addresses) {
        Stream<Route> routes = pod.routes().stream()
                .filter(route -> route.family() == addresses.family() && isOfNic(route, pod.link().index())
                        && !isKernelsOwn(route));
        return new GuestTable(addresses, addresses.isEmpty() ? List.of() : routes.toList());
    }

    /** Discovery adds routes of other links that have one of the pod's addresses as source; those are no guest's. */
    private static boolean isOfNic(Route route, int nic) {
        return route.leavesThrough(nic) || !route.type().equals(RouteType.UNICAST);
    }

    /** Every kernel makes these for itself. */
    private static boolean isKernelsOwn(Route route) {
        boolean linkLocal = route.family() == IpFamily.IPV6 && route.protocol().equals(RouteProtocol.KERNEL)
                && (route.destination().address().isLinkLocal() || route.destination().address().isMulticast());
        return linkLocal || route.table() == Route.LOCAL_TABLE;
    }

    private static GuestRoute told(Route route) {
        return new GuestRoute(route.destination(), route.nextHops().stream().flatMap(hop -> hop.gateway().stream()).findFirst());
    }

    /** {@return the default route} */
    Optional<Route> defaultRoute() {
        return chosen.values().stream().filter(Route::isDefault).findFirst();
    }

    /** {@return the default route as the guest is told of it} */
    Optional<GuestRoute> toldDefault() {
        return defaultRoute().map(GuestTable::told);
    }

    /** {@return the others, without the subnets that the guest is on by its addresses; one that is reached by a gateway stays} */
    List<GuestRoute> toldOthers() {
        return chosen.values().stream().filter(route -> !route.isDefault()).map(GuestTable::told)
                .filter(route -> !(route.isOnLink() && addresses.hasSubnet(route.destination()))).toList();
    }

    /** {@return what the guest is not told of, or loses, a sentence each} */
    List<String> warnings(int mtu) {
        return ofNic.stream().flatMap(route -> warning(route, mtu).stream()).toList();
    }

    private Optional<String> warning(Route route, int mtu) {
        Optional<String> obstacle = RouteLimits.obstacle(route).or(() -> shadow(route));
        if (obstacle.isPresent()) {
            return Optional.of("the guest is not told of the route " + RouteLimits.describe(route) + ": " + obstacle.get());
        }
        List<String> losses = RouteLimits.losses(route, addresses.addresses(), mtu);
        return losses.isEmpty()
                ? Optional.empty()
                : Optional.of("the guest gets the route " + RouteLimits.describe(route) + " without "
                        + String.join(" and ", losses));
    }

    private Optional<String> shadow(Route route) {
        return chosen.containsValue(route)
                ? Optional.empty()
                : Optional.of("another route to the same destination comes first, and a guest is told of no priorities");
    }
}
