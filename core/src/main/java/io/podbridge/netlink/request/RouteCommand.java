package io.podbridge.netlink.request;

import io.podbridge.netlink.model.IpFamily;
import io.podbridge.netlink.model.NextHop;
import io.podbridge.netlink.model.Route;
import io.podbridge.netlink.model.RouteType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;

/** A route in the words of {@code ip route}. */
final class RouteCommand {
    private static final Map<Integer, String> METRICS = Map.of(2, "mtu", 3, "window", 4, "rtt", 5, "rttvar", 6, "ssthresh", 7,
            "cwnd", 8,
            "advmss", 9, "reordering", 10, "hoplimit", 11, "initcwnd");
    private static final Map<Integer, String> MORE_METRICS = Map.of(13, "rto_min", 14, "initrwnd", 15, "quickack", 17,
            "fastopen_no_cookie");
    /** ip(8) locks {@code rto_min} without being told, and knows no lock of the other two. */
    private static final Set<Integer> WITHOUT_LOCK = Set.of(13, 15, 17);
    private static final Map<Integer, String> PREFERENCES = Map.of(0, "medium", 1, "high", 3, "low");
    private static final int RTO_MIN = 13;
    private static final int FEATURES = 12;
    private static final int FEATURE_ECN = 1;

    private final Route route;
    private final IntFunction<String> linkName;
    private final List<String> words = new ArrayList<>();

    private RouteCommand(Route route, IntFunction<String> linkName) {
        this.route = route;
        this.linkName = linkName;
    }

    static Command of(String verb, Route route, Map<Integer, String> linkNames) {
        String[] words = new RouteCommand(route, index -> linkNames.getOrDefault(index, "if" + index)).describe();
        Command command = ip(route).with("route", verb);
        // Without the word ip(8) deletes the first route of any type.
        boolean anyType = verb.equals("del") && route.type().equals(RouteType.UNICAST);
        return (anyType ? command.with("unicast") : command).with(words);
    }

    /** Of a default route ip(8) takes the family from its gateway, unless it is told. */
    private static Command ip(Route route) {
        if (route.family() == IpFamily.IPV6) {
            return Command.of("ip", "-6");
        }
        boolean misleading = route.isDefault() && route.nextHops().stream()
                .anyMatch(hop -> hop.gateway().map(gateway -> gateway.family() == IpFamily.IPV6).orElse(false));
        return misleading ? Command.of("ip", "-4") : Command.of("ip");
    }

    /** {@return destination and ways, as they read in a sentence} */
    static String describe(Route route, Map<Integer, String> linkNames) {
        RouteCommand brief = new RouteCommand(route, index -> linkNames.getOrDefault(index, "if" + index));
        brief.words.add(route.isDefault() ? "default" : route.destination().toString());
        route.nextHops().forEach(brief::hop);
        return String.join(" ", brief.words);
    }

    static List<String> unsaid(Route route) {
        List<String> unsaid = new ArrayList<>();
        say(unsaid, route.nextHops().stream().anyMatch(hop -> hop.encap().isPresent()), "an encapsulation");
        say(unsaid, route.nextHops().stream().anyMatch(RouteCommand::hasUnnamedFlag), "flags of a way other than onlink");
        say(unsaid, route.metrics().keySet().stream().anyMatch(metric -> !isNamed(route, metric)),
                "metrics of a route that are known by number alone");
        say(unsaid, locksWithoutWords(route), "such locks of metrics");
        say(unsaid, route.preference().isPresent() && !PREFERENCES.containsKey(route.preference().getAsInt()),
                "such a preference of a route");
        say(unsaid, !route.type().isNamed(), "a type of route that is known by number alone");
        say(unsaid, !route.unknownAttributes().isEmpty(), "attributes of a route that are known by number alone");
        return List.copyOf(unsaid);
    }

    private static void say(List<String> unsaid, boolean isLost, String what) {
        if (isLost) {
            unsaid.add(what);
        }
    }

    private static boolean hasUnnamedFlag(NextHop hop) {
        return (hop.flags() & NextHop.CONFIGURED_FLAGS & ~NextHop.ONLINK) != 0;
    }

    private static boolean isNamed(Route route, int metric) {
        return METRICS.containsKey(metric) || MORE_METRICS.containsKey(metric)
                || (metric == FEATURES && route.metrics().getOrDefault(metric, 0L) == FEATURE_ECN);
    }

    /** A lock goes with its metric; {@code rto_min} is always locked. */
    private static boolean locksWithoutWords(Route route) {
        long sayable = route.metrics().keySet().stream().filter(METRICS::containsKey).mapToLong(metric -> 1L << metric).sum();
        long always = route.metrics().containsKey(RTO_MIN) ? 1L << RTO_MIN : 0;
        return (route.lockedMetrics() & ~(sayable | always)) != 0 || (route.lockedMetrics() & always) != always;
    }

    private String[] describe() {
        if (!route.type().equals(RouteType.UNICAST)) {
            words.add(route.type().toString());
        }
        words.add(route.isDefault() ? "default" : route.destination().toString());
        route.sourcePrefix().ifPresent(from -> say("from", from));
        if (route.tos() != 0) {
            // ip(8) takes it for hexadecimal, with or without 0x.
            say("tos", "0x" + Integer.toHexString(route.tos()));
        }
        if (route.nextHopId().isPresent()) {
            say("nhid", route.nextHopId().getAsLong());
        } else if (route.nextHops().size() == 1) {
            hop(route.nextHops().get(0));
        }
        say("table", route.table());
        say("proto", route.protocol());
        if (route.family() == IpFamily.IPV4) {
            say("scope", route.scope());
        }
        route.preferredSource().ifPresent(source -> say("src", source));
        route.metric().ifPresent(metric -> say("metric", metric));
        metrics();
        route.expiresSeconds().ifPresent(seconds -> say("expires", seconds));
        preference();
        if (route.nextHops().size() > 1 && route.nextHopId().isEmpty()) {
            route.nextHops().forEach(this::nexthop);
        }
        return words.toArray(String[]::new);
    }

    private void hop(NextHop hop) {
        hop.gateway().ifPresent(gateway -> {
            words.add("via");
            if (gateway.family() != route.family()) {
                words.add(gateway.family() == IpFamily.IPV6 ? "inet6" : "inet");
            }
            words.add(gateway.toString());
        });
        hop.linkIndex().ifPresent(index -> say("dev", linkName.apply(index)));
        if (hop.isOnLink()) {
            words.add("onlink");
        }
    }

    private void nexthop(NextHop hop) {
        words.add("nexthop");
        hop(hop);
        say("weight", hop.weight());
    }

    private void metrics() {
        route.metrics().entrySet().stream().sorted(Map.Entry.comparingByKey()).forEach(entry -> {
            String name = METRICS.getOrDefault(entry.getKey(), MORE_METRICS.getOrDefault(entry.getKey(), ""));
            if (!name.isEmpty()) {
                words.add(name);
                if (isLocked(entry.getKey())) {
                    words.add("lock");
                }
                words.add(Long.toString(entry.getValue()));
            }
        });
        if ((route.metrics().getOrDefault(FEATURES, 0L) & FEATURE_ECN) != 0) {
            say("features", "ecn");
        }
        route.congestionControl().ifPresent(name -> say("congctl", name));
    }

    private boolean isLocked(int metric) {
        return !WITHOUT_LOCK.contains(metric) && (route.lockedMetrics() >> metric & 1) == 1;
    }

    private void preference() {
        route.preference().ifPresent(preference -> {
            if (preference != 0) {
                say("pref", PREFERENCES.getOrDefault(preference, Integer.toString(preference)));
            }
        });
    }

    private void say(String word, Object value) {
        words.add(word);
        words.add(value.toString());
    }
}
