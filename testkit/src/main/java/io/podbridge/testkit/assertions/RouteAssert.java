package io.podbridge.testkit.assertions;

import io.podbridge.netlink.model.IpAddress;
import io.podbridge.netlink.model.IpPrefix;
import io.podbridge.netlink.model.NextHop;
import io.podbridge.netlink.model.Route;
import io.podbridge.netlink.model.RouteProtocol;
import io.podbridge.netlink.model.RouteType;
import io.podbridge.netlink.model.Scope;
import io.podbridge.netlink.state.RouteText;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Assertions about a route. */
public final class RouteAssert extends NounAssert<RouteAssert, Route> {

    RouteAssert(@Nullable Route actual) {
        super(actual, RouteAssert.class);
    }

    private Route route() {
        return noun(actual);
    }

    @Override
    String noun() {
        return "route to " + route().destination();
    }

    @Override
    List<String> text() {
        return List.of(RouteText.of(route(), Map.of()));
    }

    /**
     * It leads to every address of its family.
     *
     * @return this
     */
    public RouteAssert isDefault() {
        return expect("destination", IpPrefix.all(route().family()), route().destination());
    }

    /**
     * It leads there.
     *
     * @param prefix such as {@code 10.96.0.0/12}
     * @return this
     * @throws IllegalArgumentException if the text is no prefix
     */
    public RouteAssert hasDestination(String prefix) {
        return expect("destination", IpPrefix.parse(prefix), route().destination());
    }

    /**
     * One of its next hops goes by this gateway.
     *
     * @param gateway such as {@code 10.244.1.1}
     * @return this
     * @throws IllegalArgumentException if the text is no address
     */
    public RouteAssert isVia(String gateway) {
        return expectAmong("gateways", IpAddress.parse(gateway),
                route().nextHops().stream().map(NextHop::gateway).flatMap(Optional::stream).toList());
    }

    /**
     * One of its next hops leaves through this link.
     *
     * @param linkIndex the link's index
     * @return this
     */
    public RouteAssert leavesThrough(int linkIndex) {
        return expectAmong("links", linkIndex,
                route().nextHops().stream().flatMap(hop -> hop.linkIndex().stream().boxed()).toList());
    }

    /**
     * It is in this table.
     *
     * @param table the number of the table, such as {@link Route#MAIN_TABLE}
     * @return this
     */
    public RouteAssert isInTable(long table) {
        return expect("table", table, route().table());
    }

    /**
     * It has this metric.
     *
     * @param metric the metric, the smaller the better
     * @return this
     */
    public RouteAssert hasMetric(long metric) {
        return expect("metric", metric, Words.optional(route().metric()));
    }

    /**
     * The pod's own packets on it have this source.
     *
     * @param source the preferred source ({@code src})
     * @return this
     * @throws IllegalArgumentException if the text is no address
     */
    public RouteAssert hasSource(String source) {
        return expect("source", IpAddress.parse(source), route().preferredSource());
    }

    /**
     * It has this scope.
     *
     * @param scope such as {@link Scope#LINK}
     * @return this
     */
    public RouteAssert hasScope(Scope scope) {
        return expect("scope", scope, route().scope());
    }

    /**
     * It has this type.
     *
     * @param type such as {@link RouteType#UNICAST}
     * @return this
     */
    public RouteAssert hasType(RouteType type) {
        return expect("type", type, route().type());
    }

    /**
     * This protocol made it.
     *
     * @param protocol such as {@link RouteProtocol#KERNEL}
     * @return this
     */
    public RouteAssert hasProtocol(RouteProtocol protocol) {
        return expect("protocol", protocol, route().protocol());
    }
}
