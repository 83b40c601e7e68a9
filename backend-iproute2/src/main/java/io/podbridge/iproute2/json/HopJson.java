package io.podbridge.iproute2.json;

import io.podbridge.netlink.model.IpAddress;
import io.podbridge.netlink.model.NextHop;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One way out of a route: in the route itself, or one of its {@code nexthops}. */
final class HopJson {
    /** {@code RTNH_F_*} by the names of ip(8); others tell of the route. */
    private static final Map<String, Integer> FLAGS = Map.of("dead", 1, "pervasive", 2, "onlink", NextHop.ONLINK, "offload", 8,
            "linkdown", 16, "unresolved", 32, "trap", 64);

    private HopJson() {}

    /** {@return the ways of a route: its own one, or several, or none as for a blackhole} */
    static List<NextHop> all(Fields route, LinkNames names) {
        return any(route) ? List.of(one(route, names)) : route.objects("nexthops").stream().map(hop -> one(hop, names)).toList();
    }

    private static boolean any(Fields route) {
        return route.has("dev") || route.has("gateway") || route.has("via") || route.has(EncapJson.FIELD);
    }

    private static NextHop one(Fields told, LinkNames names) {
        Fields fields = EncapJson.without(told);
        NextHop.Builder hop = NextHop.builder().weight(weight(fields)).flags(flags(fields));
        names.index(fields, "dev").ifPresent(hop::linkIndex);
        gateway(fields).ifPresent(hop::gateway);
        EncapJson.read(told).ifPresent(hop::encap);
        return hop.build();
    }

    private static Optional<IpAddress> gateway(Fields fields) {
        return fields.value("gateway", IpAddress::parse)
                .or(() -> fields.object("via").flatMap(via -> via.value("host", IpAddress::parse)));
    }

    private static int weight(Fields fields) {
        return Math.max(1, (int) fields.number("weight", 256).orElse(1));
    }

    private static int flags(Fields fields) {
        return fields.texts("flags").stream().mapToInt(name -> FLAGS.getOrDefault(name, 0)).reduce(0, (a, b) -> a | b);
    }
}
