package io.podbridge.iproute2.json;

import io.podbridge.netlink.model.IpAddress;
import io.podbridge.netlink.model.NextHop;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One way out of a route: in the route itself, or one of its {@code nexthops}. */
final class HopJson {
    /** {@code RTNH_F_*} by the names of ip(8); its other flags are about the route. */
    private static final Map<String, Integer> FLAGS = Map.of("dead", 1, "pervasive", 2, "onlink", NextHop.ONLINK, "offload", 8,
            "linkdown", 16, "unresolved", 32, "trap", 64);
    private static final int MAX_WEIGHT = 256;

    private HopJson() {}

    /** {@return the ways of a route: its own one, or several, or none as for a blackhole} */
    static List<NextHop> all(EncapJson route, LinkNames names) {
        Fields fields = route.rest();
        boolean own = fields.has("dev") || fields.has("gateway") || fields.has("via") || !route.encap().isEmpty();
        return own
                ? List.of(one(route, names))
                : fields.objects("nexthops").stream().map(hop -> one(EncapJson.part(hop), names)).toList();
    }

    private static NextHop one(EncapJson told, LinkNames names) {
        Fields fields = told.rest();
        NextHop.Builder hop = NextHop.builder().weight((int) fields.number("weight", MAX_WEIGHT).orElse(1)).flags(flags(fields));
        names.index(fields, "dev").ifPresent(hop::linkIndex);
        gateway(fields).ifPresent(hop::gateway);
        told.encap().forEach(hop::encap);
        return hop.build();
    }

    private static Optional<IpAddress> gateway(Fields fields) {
        return fields.value("gateway", IpAddress::parse)
                .or(() -> fields.object("via").flatMap(via -> via.value("host", IpAddress::parse)));
    }

    private static int flags(Fields fields) {
        return fields.texts("flags").stream().mapToInt(name -> FLAGS.getOrDefault(name, 0)).reduce(0, (a, b) -> a | b);
    }
}
