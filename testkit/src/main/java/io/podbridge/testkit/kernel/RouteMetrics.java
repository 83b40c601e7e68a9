package io.podbridge.testkit.kernel;

import io.podbridge.netlink.model.NextHop;
import io.podbridge.netlink.model.Route;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** What the kernel makes of a route's metrics ({@code ip_metrics_convert}), and of a next hop's flags and weight. */
final class RouteMetrics {
    private static final Map<Integer, Long> MOST = Map.of(Route.METRIC_MTU, 65_520L, 8, 65_495L, 10, 255L);
    private static final int FEATURES = 12;
    /** {@code RTAX_FEATURE_MASK}. */
    private static final long KNOWN_FEATURES = 0x1f;
    private static final Set<String> CONGESTION_CONTROLS = Set.of("reno", "cubic", "bbr");

    private final Rules rules;

    RouteMetrics(Rules rules) {
        this.rules = rules;
    }

    Route taken(Route wanted) {
        boolean unheard = wanted.congestionControl().filter(name -> !CONGESTION_CONTROLS.contains(name)).isPresent();
        KernelRefusal.when(unheard, "EINVAL", "Unknown tcp congestion algorithm");
        boolean unheardFeature = (wanted.metrics().getOrDefault(FEATURES, 0L) & ~KNOWN_FEATURES) != 0;
        KernelRefusal.when(unheardFeature, "EINVAL", "Unknown flag set in feature mask in metrics attribute");
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
