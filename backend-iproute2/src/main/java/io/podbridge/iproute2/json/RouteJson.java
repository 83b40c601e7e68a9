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

/**
 * Routes, from {@code ip -4 -d -j -N route show table all} and the same with {@code -6}. What ip(8) loses:
 *
 * <ul>
 * <li>The bytes of an encapsulation. It is kept as an attribute of type {@link #ENCAP_IN_WORDS}, which no kernel takes; a backend
 * that is asked to make such a route answers UNSUPPORTED.
 * <li>Attributes that ip(8) does not know.
 * <li>Which metrics are locked.
 * </ul>
 */
public final class RouteJson {
    /** The type of an encapsulation whose bytes are not known, only ip(8)'s words for it. */
    public static final int ENCAP_IN_WORDS = EncapJson.TOLD_IN_WORDS;

    private final IpFamily family;
    private final Fields told;
    private final Fields fields;

    private RouteJson(IpFamily family, Fields told) {
        this.family = family;
        this.told = told;
        this.fields = EncapJson.without(told);
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
                .map(route -> new RouteJson(family, route).route(names)).toList();
    }

    private Route route(LinkNames names) {
        Route.Builder route = Route.builder(destination()).nextHops(HopJson.all(told, names));
        route.type(new RouteType(octet("type", RouteType.UNICAST.number())));
        route.table(fields.number("table").orElse(Route.MAIN_TABLE));
        route.protocol(new RouteProtocol(octet("protocol", RouteProtocol.BOOT.number())));
        route.scope(new Scope(octet("scope", Scope.UNIVERSE.number())));
        route.tos(octet("tos", 0));
        fields.value("from", this::prefix).ifPresent(route::sourcePrefix);
        fields.value("prefsrc", IpAddress::parse).ifPresent(route::preferredSource);
        fields.number("metric").ifPresent(route::metric);
        fields.number("nhid").ifPresent(route::nextHopId);
        preference(route);
        expiry(route);
        MetricsJson.read(fields, route);
        return route.build();
    }

    private IpPrefix destination() {
        return fields.required("dst", fields.value("dst", this::prefix));
    }

    /** {@code 0/24} is what ip(8) prints for a prefix of zeroes. */
    private IpPrefix prefix(String text) {
        if (text.equals("default")) {
            return IpPrefix.all(family);
        }
        return IpPrefix.parse(text.startsWith("0/") ? IpAddress.unspecified(family) + text.substring(1) : text);
    }

    private int octet(String name, int otherwise) {
        return (int) fields.number(name, 255).orElse(otherwise);
    }

    /** Names, whether {@code -N} is given or not. */
    private void preference(Route.Builder route) {
        Map<String, Integer> names = Map.of("medium", 0, "high", 1, "low", 3);
        if (fields.isText("pref") && names.containsKey(fields.text("pref").orElseThrow())) {
            route.preference(names.get(fields.text("pref").orElseThrow()));
        } else {
            fields.number("pref", 255).ifPresent(number -> route.preference((int) number));
        }
    }

    /** Less than zero is a route that has expired and is still there. */
    private void expiry(Route.Builder route) {
        if (fields.has("expires")) {
            route.expiresSeconds(fields.seconds("expires"));
        }
    }
}
