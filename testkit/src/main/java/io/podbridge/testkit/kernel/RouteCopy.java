package io.podbridge.testkit.kernel;

import io.podbridge.netlink.model.Route;
import java.util.HashMap;
import java.util.Map;

/** Routes with something else in one place; a builder cannot take anything away. */
final class RouteCopy {

    private RouteCopy() {}

    static Route withoutSource(Route route) {
        Route.Builder copy = withoutSources(route);
        route.sourcePrefix().ifPresent(copy::sourcePrefix);
        return copy.build();
    }

    /** Next hops are not copied. */
    static Route withoutSourcePrefix(Route route) {
        Route.Builder copy = withoutSources(route);
        route.preferredSource().ifPresent(copy::preferredSource);
        return copy.build();
    }

    private static Route.Builder withoutSources(Route route) {
        Route.Builder copy = Route.builder(route.destination()).type(route.type()).table(route.table()).protocol(route.protocol())
                .scope(route.scope()).tos(route.tos()).metrics(route.metrics()).lockedMetrics(route.lockedMetrics());
        route.metric().ifPresent(copy::metric);
        route.congestionControl().ifPresent(copy::congestionControl);
        route.preference().ifPresent(copy::preference);
        return copy;
    }

    static Route withMtu(Route route, long mtu) {
        Map<Integer, Long> metrics = new HashMap<>(route.metrics());
        metrics.put(Route.METRIC_MTU, mtu);
        return route.toBuilder().metrics(metrics).build();
    }
}
