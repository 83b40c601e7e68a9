package io.podbridge.testkit.kernel;

import java.util.HashMap;
import java.util.Map;

import io.podbridge.netlink.model.Route;

/** Routes with something else in one place; a builder cannot take anything away. */
final class RouteCopy {

    private RouteCopy() {}

    static Route withoutSource(Route route) {
        Route.Builder copy = Route.builder(route.destination()).type(route.type()).table(route.table()).protocol(route.protocol())
                .scope(route.scope()).tos(route.tos()).metrics(route.metrics()).lockedMetrics(route.lockedMetrics());
        route.sourcePrefix().ifPresent(copy::sourcePrefix);
        route.metric().ifPresent(copy::metric);
        route.congestionControl().ifPresent(copy::congestionControl);
        route.preference().ifPresent(copy::preference);
        return copy.build();
    }

    static Route withMtu(Route route, long mtu) {
        Map<Integer, Long> metrics = new HashMap<>(route.metrics());
        metrics.put(Route.METRIC_MTU, mtu);
        return route.toBuilder().metrics(metrics).build();
    }
}
