package io.podbridge.guest;

import io.podbridge.netlink.model.IpAddress;
import io.podbridge.netlink.model.NextHop;
import io.podbridge.netlink.model.Route;
import io.podbridge.netlink.model.RouteType;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a guest cannot be told of a route: it is told destination and gateway, and nothing else. */
final class RouteLimits {

    private RouteLimits() {}

    /** {@return why the route would be another one without what cannot be told, if it would} */
    static Optional<String> obstacle(Route route) {
        if (!route.type().equals(RouteType.UNICAST)) {
            return Optional.of("it is of type " + route.type());
        }
        if (route.table() != Route.MAIN_TABLE) {
            return Optional.of("it is in table " + route.table() + ", and a guest is told of one table");
        }
        if (route.tos() != 0) {
            return Optional.of("it is for the type of service " + route.tos() + " only");
        }
        if (route.sourcePrefix().isPresent()) {
            return Optional.of("it is for packets from " + route.sourcePrefix().get() + " only");
        }
        return route.nextHops().size() > 1
                ? Optional.of("it has several next hops")
                : route.nextHops().stream().flatMap(hop -> obstacle(route, hop).stream()).findFirst();
    }

    private static Optional<String> obstacle(Route route, NextHop hop) {
        if (hop.encap().isPresent()) {
            return Optional.of("it encapsulates its packets");
        }
        return hop.gateway().filter(gateway -> gateway.family() != route.family())
                .map(gateway -> "its gateway is of the other address family");
    }

    /**
     * What the guest loses of a route that it is told of.
     *
     * @param route the route
     * @param sources the addresses that the guest gets
     * @param mtu the guest's MTU, which covers a route's that is not smaller
     * @return such as {@code its source 10.0.0.9}, each for itself
     */
    static List<String> losses(Route route, List<IpAddress> sources, int mtu) {
        boolean otherMetrics = route.metrics().entrySet().stream()
                .anyMatch(metric -> metric.getKey() != Route.METRIC_MTU || metric.getValue() < mtu);
        Optional<String> metrics = otherMetrics || route.congestionControl().isPresent()
                ? Optional.of("its metrics")
                : Optional.empty();
        Optional<String> source = route.preferredSource().filter(address -> !sources.contains(address))
                .map(address -> "its source " + address);
        return Stream.of(source, metrics).flatMap(Optional::stream).toList();
    }

    /** {@return the route in few words, such as {@code default via 10.244.1.1}} */
    static String describe(Route route) {
        String type = route.type().equals(RouteType.UNICAST) ? "" : route.type() + " ";
        String destination = route.isDefault() ? "default" : route.destination().toString();
        String gateways = route.nextHops().stream().flatMap(hop -> hop.gateway().stream()).map(gateway -> " via " + gateway)
                .collect(Collectors.joining());
        return type + destination + gateways;
    }
}
