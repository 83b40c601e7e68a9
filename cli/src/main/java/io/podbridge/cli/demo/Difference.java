package io.podbridge.cli.demo;

import io.podbridge.cli.output.NamespaceState;
import io.podbridge.netlink.model.InterfaceAddress;
import io.podbridge.netlink.model.Lifetime;
import io.podbridge.netlink.model.Link;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** What differs between a pod before and after, but for counters, lifetimes and the state of the moment. */
final class Difference {
    private final List<String> lines = new ArrayList<>();

    private Difference() {}

    static List<String> between(NamespaceState before, NamespaceState after) {
        Difference difference = new Difference();
        difference.compare("link", before.links(), after.links(), Difference::lasting);
        difference.compare("address", before.addresses(), after.addresses(), Difference::lasting);
        difference.compare("route", before.routes(), after.routes(), Function.identity());
        return difference.lines;
    }

    private <T> void compare(String noun, List<T> before, List<T> after, Function<T, T> lasting) {
        List<T> missing = new ArrayList<>(before.stream().map(lasting).toList());
        List<T> extra = new ArrayList<>();
        for (T value : after.stream().map(lasting).toList()) {
            if (!missing.remove(value)) {
                extra.add(value);
            }
        }
        missing.forEach(value -> lines.add(noun + " before, not after: " + value));
        extra.forEach(value -> lines.add(noun + " after, not before: " + value));
    }

    private static Link lasting(Link link) {
        return link.toBuilder().unknownAttributes(List.of()).build();
    }

    private static InterfaceAddress lasting(InterfaceAddress address) {
        return address.toBuilder().flags(address.flags().configured()).validLifetime(Lifetime.FOREVER)
                .preferredLifetime(Lifetime.FOREVER).unknownAttributes(List.of()).build();
    }
}
