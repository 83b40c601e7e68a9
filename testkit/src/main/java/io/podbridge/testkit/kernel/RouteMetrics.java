package io.podbridge.testkit.kernel;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

import io.podbridge.netlink.model.NextHop;
import io.podbridge.netlink.model.Route;

/** What the kernel makes of a route's metrics ({@code ip_metrics_convert}), and of a next hop's flags and weight. */
final class RouteMetrics {
    private static final Map<Integer, Long> MOST = Map.of(Route.METRIC_MTU, 65_520L, 8, 65_495L, 10, 255L);
    private static final Set<String> CONGESTION_CONTROLS = Set.of("reno", "cubic", "bbr");

    private final Rules rules;

    RouteMetrics(Rules rules) {
        this.rules = rules;
    }

    Route taken(Route wanted) {
        boolean unheard = wanted.congestionControl().filter(name -> !CONGESTION_CONTROLS.contains(name)).isPresent();
        KernelRefusal.when(unheard, "EINVAL", "Unknown tcp congestion algorithm");
        Map<Integer, Long> metrics = new HashMap<>();
        wanted.metrics().forEach((type, value) -> {
            if (value != 0 && rules.hold(KernelRule.ROUTE_METRICS_ARE_KEPT)) {
                metrics.put(type, Math.min(value, MOST.getOrDefault(type, value)));
            }
        });
        Route.Builder taken = wanted.toBuilder().metrics(metrics);
        return rules.hold(KernelRule.LOCKED_METRICS_ARE_KEPT) ? taken.build() : taken.lockedMetrics(0).build();
    }

    /** A single hop has no weight, and only what an administrator gives is taken. */
    NextHop taken(NextHop wanted, boolean multipath) {
        int weight = multipath && rules.hold(KernelRule.WEIGHTS_OF_A_MULTIPATH_ROUTE_ARE_KEPT) ? wanted.weight() : 1;
        return wanted.toBuilder().weight(weight).flags(wanted.flags() & NextHop.CONFIGURED_FLAGS).build();
    }

    /** As {@code fib_metrics_match}. */
    boolean fit(Route wanted, Route given) {
        return wanted.metrics().entrySet().stream()
                .allMatch(metric -> metric.getValue().equals(given.metrics().getOrDefault(metric.getKey(), 0L)))
                && (wanted.lockedMetrics() == 0 || wanted.lockedMetrics() == given.lockedMetrics());
    }
}
