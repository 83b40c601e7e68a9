package io.podbridge.netlink.state;

import io.podbridge.netlink.model.Link;
import io.podbridge.netlink.model.Route;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What differs between a namespace before and after. */
final class Difference {
    private final NamespaceState before;
    private final NamespaceState after;
    private final List<String> lines = new ArrayList<>();

    private Difference(NamespaceState before, NamespaceState after) {
        this.before = before;
        this.after = after;
    }

    static List<String> between(NamespaceState before, NamespaceState after) {
        Difference difference = new Difference(before, after);
        difference.compare(NamespaceState::links, Lasting::of, (state, link) -> LinkText.line(link, state.linkNames()));
        difference.compare(NamespaceState::addresses, Lasting::of, (state, address) -> {
            String link = state.linkNames().getOrDefault(address.linkIndex(), "if" + address.linkIndex());
            return "dev " + link + " " + AddressText.of(address, link);
        });
        difference.compare(difference::steadyRoutes, Lasting::of, (state, route) -> RouteText.of(route, state.linkNames()));
        difference.compare(NamespaceState::lastingNeighbours, Lasting::of,
                (state, neighbour) -> NeighbourText.of(neighbour, state.linkNames()));
        return difference.lines;
    }

    /** A link that waits for its carrier has its multicast route a moment later: the kernel tells itself of carriers once a second. */
    private List<Route> steadyRoutes(NamespaceState state) {
        Set<Integer> waiting = Stream.of(before, after).flatMap(moment -> moment.links().stream())
                .filter(link -> !Lasting.isRunning(link)).map(Link::index).collect(Collectors.toSet());
        return state.routes().stream()
                .filter(route -> !Lasting.isMulticast(route) || waiting.stream().noneMatch(route::leavesThrough)).toList();
    }

    private interface Text<T> {
        String of(NamespaceState state, T value);
    }

    private <T> void compare(Function<NamespaceState, List<T>> table, UnaryOperator<T> lasting, Text<T> text) {
        List<T> missing = new ArrayList<>(table.apply(before));
        List<T> extra = new ArrayList<>();
        for (T value : table.apply(after)) {
            T steady = lasting.apply(value);
            Optional<T> same = missing.stream().filter(known -> lasting.apply(known).equals(steady)).findFirst();
            same.ifPresentOrElse(missing::remove, () -> extra.add(value));
        }
        missing.forEach(value -> lines.add("- " + text.of(before, value)));
        extra.forEach(value -> lines.add("+ " + text.of(after, value)));
    }
}
