package io.podbridge.internal.pod;

import io.podbridge.binding.PodInterface;
import io.podbridge.netlink.model.InterfaceAddress;
import io.podbridge.netlink.model.Neighbour;
import io.podbridge.netlink.model.NextHop;
import io.podbridge.netlink.model.Route;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An interface that was read before a crash, and again after it: all that it has now, and what it has lost since. The loss may be the
 * doing of the process that died, if it had taken the interface down already and somebody has set it up again.
 */
public final class Reunion {

    private Reunion() {}

    /**
     * Puts the two together. What is lost comes after what is there, with what is left of its time.
     *
     * @param before the interface as it was read first
     * @param now the same interface, read again
     * @return what it is to get back one day
     */
    public static PodInterface of(PodInterface before, PodInterface now) {
        long elapsed = Math.max(0, Duration.between(before.capturedAt(), now.capturedAt()).toSeconds());
        Stream<InterfaceAddress> addresses = before.addresses().stream().map(address -> aged(address, elapsed))
                .filter(address -> address.validLifetime().seconds() > 0);
        Stream<Route> routes = before.routes().stream().map(route -> aged(route, elapsed))
                .filter(route -> route.expiresSeconds().orElse(1) > 0);
        return now.toBuilder().addresses(both(now.addresses(), addresses, InterfaceAddress::prefix))
                .routes(both(now.routes(), routes, Reunion::place))
                .neighbours(both(now.neighbours(), before.neighbours().stream(), Reunion::place)).build();
    }

    private static InterfaceAddress aged(InterfaceAddress address, long seconds) {
        return address.toBuilder().validLifetime(address.validLifetime().after(seconds))
                .preferredLifetime(address.preferredLifetime().after(seconds)).build();
    }

    private static Route aged(Route route, long seconds) {
        OptionalLong expires = route.expiresSeconds();
        return expires.isPresent() ? route.toBuilder().expiresSeconds(Math.max(0, expires.getAsLong() - seconds)).build() : route;
    }

    private static <T, K> List<T> both(List<T> now, Stream<T> before, Function<T, K> key) {
        Set<K> there = now.stream().map(key).collect(Collectors.toSet());
        return Stream.concat(now.stream(), before.filter(each -> !there.contains(key.apply(each)))).toList();
    }

    /** What makes a route another one, apart from the state that it is in. */
    private static List<Object> place(Route route) {
        return List.of(route.table(), route.destination(), route.type(), route.metric(), route.tos(), route.protocol(),
                route.nextHops().stream().map(Reunion::way).toList());
    }

    private static List<Object> way(NextHop hop) {
        return List.of(hop.linkIndex(), hop.gateway());
    }

    private static List<Object> place(Neighbour neighbour) {
        return List.of(neighbour.address(), neighbour.isProxy());
    }
}
