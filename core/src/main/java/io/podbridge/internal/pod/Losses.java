package io.podbridge.internal.pod;

import io.podbridge.binding.PodInterface;
import io.podbridge.netlink.model.InterfaceAddress;
import io.podbridge.netlink.model.NextHop;
import io.podbridge.netlink.model.Route;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Tells whether an interface that is read again lacks anything that it had, which a NIC does that was down in between. */
public final class Losses {

    private Losses() {}

    /**
     * Compares addresses and routes by what makes them different ones, not by their state.
     *
     * @param before the interface as it was read first
     * @param now the same interface, read again
     * @return whether an address or a route is missing
     */
    public static boolean are(PodInterface before, PodInterface now) {
        return lacks(before.addresses(), now.addresses(), InterfaceAddress::prefix)
                || lacks(before.routes(), now.routes(), Losses::place);
    }

    private static <T, K> boolean lacks(List<T> before, List<T> now, Function<T, K> key) {
        Set<K> there = now.stream().map(key).collect(Collectors.toSet());
        return !before.stream().map(key).allMatch(there::contains);
    }

    private static List<Object> place(Route route) {
        return List.of(route.table(), route.destination(), route.type(), route.metric(),
                route.nextHops().stream().map(NextHop::gateway).toList());
    }
}
