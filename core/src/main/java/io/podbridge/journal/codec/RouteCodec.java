package io.podbridge.journal.codec;

import io.podbridge.journal.json.JsonFields;
import io.podbridge.journal.json.JsonObjectCodec;
import io.podbridge.journal.json.JsonObjectWriter;
import io.podbridge.journal.json.ListCodec;
import io.podbridge.journal.json.MapCodec;
import io.podbridge.journal.json.NumberCodec;
import io.podbridge.journal.json.TextCodec;
import io.podbridge.netlink.model.NextHop;
import io.podbridge.netlink.model.Route;
import java.util.Comparator;

final class RouteCodec extends JsonObjectCodec<Route> {
    private static final ListCodec<NextHop> NEXT_HOPS = new ListCodec<>(new NextHopCodec());
    private static final MapCodec<Integer, Long> METRICS = new MapCodec<>(NumberCodec.INT, NumberCodec.LONG,
            Comparator.naturalOrder());

    @Override
    protected void writeFields(Route route, JsonObjectWriter object) {
        object.put("destination", route.destination(), Scalars.IP_PREFIX)
                .put("type", route.type(), Scalars.ROUTE_TYPE)
                .put("table", route.table(), NumberCodec.LONG)
                .put("protocol", route.protocol(), Scalars.ROUTE_PROTOCOL)
                .put("scope", route.scope(), Scalars.SCOPE)
                .put("tos", route.tos(), NumberCodec.INT)
                .putIfPresent("sourcePrefix", route.sourcePrefix(), Scalars.IP_PREFIX)
                .putIfPresent("preferredSource", route.preferredSource(), Scalars.IP_ADDRESS)
                .putIfPresent("metric", route.metric())
                .put("nextHops", route.nextHops(), NEXT_HOPS)
                .putIfPresent("nextHopId", route.nextHopId())
                .put("metrics", route.metrics(), METRICS)
                .put("lockedMetrics", route.lockedMetrics(), NumberCodec.LONG)
                .putIfPresent("congestionControl", route.congestionControl(), TextCodec.STRING)
                .putIfPresent("preference", route.preference())
                .putIfPresent("expiresSeconds", route.expiresSeconds())
                .put("unknownAttributes", route.unknownAttributes(), RawAttributeCodec.LIST);
    }

    @Override
    protected Route readFields(JsonFields fields) {
        Route.Builder route = Route.builder(fields.get("destination", Scalars.IP_PREFIX))
                .type(fields.get("type", Scalars.ROUTE_TYPE))
                .table(fields.get("table", NumberCodec.LONG))
                .protocol(fields.get("protocol", Scalars.ROUTE_PROTOCOL))
                .scope(fields.get("scope", Scalars.SCOPE))
                .tos(fields.get("tos", NumberCodec.INT))
                .nextHops(fields.get("nextHops", NEXT_HOPS))
                .metrics(fields.get("metrics", METRICS))
                .lockedMetrics(fields.get("lockedMetrics", NumberCodec.LONG))
                .unknownAttributes(fields.get("unknownAttributes", RawAttributeCodec.LIST));
        fields.find("sourcePrefix", Scalars.IP_PREFIX).ifPresent(route::sourcePrefix);
        fields.find("preferredSource", Scalars.IP_ADDRESS).ifPresent(route::preferredSource);
        fields.findLong("metric").ifPresent(route::metric);
        fields.findLong("nextHopId").ifPresent(route::nextHopId);
        fields.find("congestionControl", TextCodec.STRING).ifPresent(route::congestionControl);
        fields.findInt("preference").ifPresent(route::preference);
        fields.findLong("expiresSeconds").ifPresent(route::expiresSeconds);
        return route.build();
    }
}
