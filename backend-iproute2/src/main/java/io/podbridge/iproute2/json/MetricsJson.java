package io.podbridge.iproute2.json;

import io.podbridge.netlink.model.Route;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The metrics of a route. ip(8) tells times in milliseconds; the kernel counts some in eighths or quarters. */
final class MetricsJson {
    /** The names of ip(8), each at its {@code RTAX_*} number. */
    static final List<String> NAMES = List.of("unspec", "lock", "mtu", "window", "rtt", "rttvar", "ssthresh", "cwnd", "advmss",
            "reordering", "hoplimit", "initcwnd", "features", "rto_min", "initrwnd", "quickack", "congctl", "fastopen_no_cookie");

    private static final int RTT = 4;
    private static final int RTTVAR = 5;
    private static final int FEATURES = 12;
    private static final int CONGESTION = 16;
    private static final Map<String, Long> FEATURE_BITS = Map.of("ecn", 1L, "tcp_usec_ts", 16L);

    private MetricsJson() {}

    static void read(Fields fields, Route.Builder route) {
        Map<Integer, Long> metrics = new HashMap<>();
        fields.objects("metrics").forEach(some -> {
            for (int metric = Route.METRIC_MTU; metric < NAMES.size(); metric++) {
                keep(metrics, metric, value(some, metric));
            }
            some.text("congestion").ifPresent(route::congestionControl);
        });
        route.metrics(metrics);
    }

    /** Zero is what ip(8) prints for a metric that is locked and not set. */
    private static void keep(Map<Integer, Long> metrics, int metric, long value) {
        if (value != 0) {
            metrics.put(metric, value);
        }
    }

    private static long value(Fields some, int metric) {
        return switch (metric) {
            case FEATURES -> features(some);
            case CONGESTION -> 0;
            case RTT -> number(some, metric) * 8;
            case RTTVAR -> number(some, metric) * 4;
            default -> number(some, metric);
        };
    }

    private static long number(Fields some, int metric) {
        return some.number(NAMES.get(metric)).orElse(0);
    }

    private static long features(Fields some) {
        long named = FEATURE_BITS.entrySet().stream().filter(bit -> some.has(bit.getKey())).mapToLong(Map.Entry::getValue).sum();
        return named | some.number(NAMES.get(FEATURES)).orElse(0);
    }
}
