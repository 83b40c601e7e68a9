package io.podbridge.cli.output;

import io.podbridge.netlink.model.IpFamily;
import io.podbridge.netlink.model.NextHop;
import io.podbridge.netlink.model.Route;
import io.podbridge.netlink.state.RouteText;
import java.util.Map;

/** A route for programs; {@code text} has all of it in the words of ip(8). */
final class RouteJson {

    private RouteJson() {}

    static void write(Json json, Route route, Map<Integer, String> names) {
        json.field("family", route.family() == IpFamily.IPV4 ? "inet" : "inet6")
                .field("destination", route.destination()).field("type", route.type()).field("table", route.table())
                .field("protocol", route.protocol()).field("scope", route.scope()).optional("metric", route.metric())
                .optional("source", route.preferredSource());
        route.metrics().forEach((number, value) -> {
            if (number == Route.METRIC_MTU) {
                json.field("mtu", value.longValue());
            }
        });
        json.objects("nextHops", route.nextHops(), (object, hop) -> write(object, hop, names));
        json.field("text", RouteText.of(route, names));
    }

    private static void write(Json json, NextHop hop, Map<Integer, String> names) {
        json.optional("gateway", hop.gateway());
        hop.linkIndex().ifPresent(index -> json.field("interface", names.getOrDefault(index, "if" + index)));
        json.field("weight", hop.weight()).field("onlink", hop.isOnLink());
    }
}
