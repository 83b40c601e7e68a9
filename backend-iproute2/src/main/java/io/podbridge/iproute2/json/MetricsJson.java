package io.podbridge.iproute2.json;

import io.podbridge.netlink.model.Route;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The metrics of a route. Times are told in milliseconds; the kernel counts them in eighths and quarters. */
final class MetricsJson {
    /** The names of ip(8), by the {@code RTAX_*} number. */
    static final List<String> NAMES = List.of("", "", "mtu", "window", "rtt", "rttvar", "ssthresh", "cwnd", "advmss",
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
            read(some, metrics);
            some.text("congestion").ifPresent(route::congestionControl);
        });
        route.metrics(metrics);
    }

    private static void read(Fields some, Map<Integer, Long> metrics) {
        for (int metric = 2; metric < NAMES.size(); metric++) {
            int number = metric;
            if (metric != FEATURES && metric != CONGESTION) {
                some.number(NAMES.get(metric)).ifPresent(value -> metrics.put(number, raw(number, value)));
            }
        }
        long features = some.number("features").orElse(0);
        for (Map.Entry<String, Long> bit : FEATURE_BITS.entrySet()) {
            features |= some.has(bit.getKey()) ? bit.getValue() : 0;
        }
        if (features != 0) {
            metrics.put(FEATURES, features);
        }
    }

    private static long raw(int metric, long value) {
        return switch (metric) {
            case RTT -> value * 8;
            case RTTVAR -> value * 4;
            default -> value;
        };
    }
}
