package io.podbridge.iproute2.json;

import io.podbridge.netlink.model.IpAddress;
import io.podbridge.netlink.model.IpFamily;
import io.podbridge.netlink.model.IpPrefix;
import io.podbridge.netlink.model.Link;
import io.podbridge.netlink.model.Route;
import io.podbridge.netlink.model.RouteProtocol;
import io.podbridge.netlink.model.RouteType;
import io.podbridge.netlink.model.Scope;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Routes, from {@code ip -4 -d -j -N route show table all} and the same with {@code -6}. What ip(8) loses there:
 *
 * <ul>
 * <li>The bytes of an encapsulation. It is kept as an attribute of the type {@link #ENCAP_IN_WORDS}, which no kernel takes: a backend
 * that is asked to make such a route answers UNSUPPORTED.
 * <li>Which metrics are locked; {@link RouteLocks} reads that from the plain text.
 * <li>Fractions of a millisecond of the metrics {@code rtt} and {@code rttvar}.
 * <li>Attributes that ip(8) does not know. Realms are an unknown attribute of the model, as from netlink.
 * </ul>
 */
public final class RouteJson {
    /** The type of an encapsulation of which ip(8)'s words are known, but not the bytes. */
    public static final int ENCAP_IN_WORDS = EncapJson.TYPE_IN_WORDS;

    private static final int OCTET = 255;
    private static final Map<String, Integer> PREFERENCES = Map.of("medium", 0, "high", 1, "low", 3);

    private final IpFamily family;
    private final EncapJson told;
    private final Fields fields;

    private RouteJson(IpFamily family, EncapJson told) {
        this.family = family;
        this.told = told;
        this.fields = told.rest();
    }

    /**
     * Reads routes of one family.
     *
     * @param command the command, for messages
     * @param json what it printed
     * @param family the family that the command was told
     * @param links all links of the namespace
     * @return the routes in the order of the output, without cached clones
     * @throws UnreadableOutputException if it is not what that command prints, or a link is not in the list
     */
    public static List<Route> read(String command, String json, IpFamily family, List<Link> links) {
        LinkNames names = LinkNames.of(links);
        return Output.objects(command, json).stream().filter(route -> !route.has("cache"))
                .map(route -> new RouteJson(family, EncapJson.part(route)).route(names)).toList();
    }

    private Route route(LinkNames names) {
        IpPrefix destination = fields.required("dst", fields.value("dst", text -> prefix(text, family)));
        Route.Builder route = Route.builder(destination).nextHops(HopJson.all(told, names));
        route.type(new RouteType(octet("type", RouteType.UNICAST.number())));
        route.table(fields.number("table").orElse(Route.MAIN_TABLE));
        route.protocol(new RouteProtocol(octet("protocol", RouteProtocol.BOOT.number())));
        route.scope(new Scope(octet("scope", Scope.UNIVERSE.number())));
        route.tos(octet("tos", 0));
        optional(route);
        MetricsJson.read(fields, route);
        return route.build();
    }

    private void optional(Route.Builder route) {
        fields.value("from", text -> prefix(text, family)).ifPresent(route::sourcePrefix);
        fields.value("prefsrc", IpAddress::parse).ifPresent(route::preferredSource);
        fields.number("metric").ifPresent(route::metric);
        fields.number("nhid").ifPresent(route::nextHopId);
        preference().ifPresent(route::preference);
        fields.seconds("expires").ifPresent(route::expiresSeconds);
        RealmJson.read(fields).ifPresent(realms -> route.unknownAttributes(List.of(realms)));
    }

    /** {@code 0/24} is what ip(8) prints for zeroes that are no default route. */
    static IpPrefix prefix(String text, IpFamily family) {
        if (text.equals("default")) {
            return IpPrefix.all(family);
        }
        return IpPrefix.parse(text.startsWith("0/") ? IpAddress.unspecified(family) + text.substring(1) : text);
    }

    private int octet(String name, int otherwise) {
        return (int) fields.number(name, OCTET).orElse(otherwise);
    }

    /** Those that have a name are told by it even with {@code -N}. */
    private Optional<Integer> preference() {
        Optional<Integer> named = fields.isText("pref")
                ? fields.text("pref").flatMap(name -> Optional.ofNullable(PREFERENCES.get(name)))
                : Optional.empty();
        return named.or(() -> fields.integer("pref").stream().boxed().findFirst());
    }
}
