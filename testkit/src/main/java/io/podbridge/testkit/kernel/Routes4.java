package io.podbridge.testkit.kernel;

import io.podbridge.netlink.model.IpAddress;
import io.podbridge.netlink.model.IpFamily;
import io.podbridge.netlink.model.NextHop;
import io.podbridge.netlink.model.Route;
import io.podbridge.netlink.model.RouteType;
import io.podbridge.netlink.model.Scope;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/** What an administrator asks of the IPv4 routes, and what the kernel asks of him ({@code fib_create_info}, {@code fib_table_delete}). */
final class Routes4 {
    private static final long DEFAULT_TABLE = 253;
    /** What a route answers to those who look for a way by it. */
    private static final Map<RouteType, String> ERRORS = Map.of(RouteType.BLACKHOLE, "EINVAL", RouteType.named("unreachable"),
            "EHOSTUNREACH", RouteType.named("prohibit"), "EACCES");
    /** {@code INET_ECN_MASK}. */
    private static final int ECN = 3;
    private static final int FIRST_ERROR_TYPE = RouteType.BLACKHOLE.number();

    private final Netns netns;
    private final Rules rules;
    private final RouteMetrics metrics;

    Routes4(Netns netns) {
        this.netns = netns;
        this.rules = netns.rules();
        this.metrics = new RouteMetrics(rules);
    }

    void replace(Route route) {
        netns.fib4().replace(create(route));
    }

    void append(Route route) {
        netns.fib4().append(create(route));
    }

    private Fib4Route create(Route wanted) {
        checkPlace(wanted);
        KernelRefusal.when(wanted.nextHopId().isPresent(), "EINVAL", "Nexthop id does not exist");
        netns.fib4().open(wanted.table());
        Route route = metrics.taken(wanted).toBuilder().unknownAttributes(List.of()).build();
        checkScope(route);
        boolean error = route.type().number() >= FIRST_ERROR_TYPE;
        KernelRefusal.when(error && !route.nextHops().isEmpty() && rules.hold(KernelRule.BLACKHOLE_TAKES_NO_LINK), "EINVAL",
                "Gateway, device and multipath can not be specified for this route type");
        KernelRefusal.when(route.nextHops().isEmpty() && (!error || !rules.hold(KernelRule.BLACKHOLE_NEEDS_NO_LINK)), "ENODEV");
        List<Hop> hops = route.nextHops().stream().map(hop -> hop(route, hop)).toList();
        if (!error) {
            checkSource(route);
        }
        // The sender's address decides nothing in IPv4, and is not kept.
        return new Fib4Route(RouteCopy.withoutSourcePrefix(route), hops);
    }

    private static void checkPlace(Route wanted) {
        KernelRefusal.when((wanted.tos() & ECN) != 0, "EINVAL", "Invalid dsfield (tos): ECN bits must be 0");
        KernelRefusal.when(!wanted.destination().network().equals(wanted.destination()), "EINVAL",
                "Invalid prefix for given prefix length");
    }

    private static void checkScope(Route route) {
        int scope = route.scope().number();
        boolean local = route.type().equals(RouteType.LOCAL);
        boolean link = route.type().equals(RouteType.BROADCAST) || route.type().equals(RouteType.ANYCAST);
        boolean tooWide = (local && scope < Scope.HOST.number()) || (link && scope < Scope.LINK.number());
        KernelRefusal.when(tooWide || scope > Scope.HOST.number(), "EINVAL", "Invalid scope");
        boolean gateway = route.nextHops().stream().anyMatch(hop -> hop.gateway().isPresent());
        boolean host = scope == Scope.HOST.number();
        KernelRefusal.when(host && route.nextHops().size() > 1, "EINVAL", "Route with host scope can not have multiple nexthops");
        KernelRefusal.when(host && gateway, "EINVAL", "Route with host scope can not have a gateway");
    }

    private Hop hop(Route route, NextHop wanted) {
        NextHop given = metrics.taken(wanted, route.nextHops().size() > 1);
        Optional<Device> device = device(given);
        if (given.gateway().isEmpty()) {
            return direct(route, given, device);
        }
        IpAddress gateway = given.gateway().get();
        return gateway.family() == IpFamily.IPV6 ? byIpv6(route, given) : byIpv4(route, given, device, gateway);
    }

    private Optional<Device> device(NextHop hop) {
        OptionalInt index = hop.linkIndex();
        return index.isPresent() ? netns.links().byIndex(index.getAsInt()) : Optional.empty();
    }

    private Hop direct(Route route, NextHop given, Optional<Device> device) {
        boolean onLink = given.isOnLink() && !route.scope().equals(Scope.HOST);
        KernelRefusal.when(onLink, "EINVAL", "Invalid flags for nexthop - PERVASIVE and ONLINK can not be set");
        KernelRefusal.when(device.isEmpty() && rules.hold(KernelRule.ROUTE_NEEDS_ITS_LINK), "ENODEV");
        boolean down = device.isPresent() && !device.get().up && !route.scope().equals(Scope.HOST);
        KernelRefusal.when(down && rules.hold(KernelRule.ROUTE_NEEDS_A_LINK_THAT_IS_UP), "ENETDOWN",
                "Device for nexthop is not up");
        return new Hop(device, given, route.scope().equals(Scope.HOST) ? 0 : state(device));
    }

    private static int state(Optional<Device> device) {
        return device.filter(link -> !link.carrier).isPresent() ? Hop.LINKDOWN : 0;
    }

    private Hop byIpv4(Route route, NextHop given, Optional<Device> device, IpAddress gateway) {
        if (given.isOnLink() && rules.hold(KernelRule.GATEWAY_ON_THE_LINK_NEEDS_NO_ROUTE)) {
            return onLink(route, given, device, gateway);
        }
        KernelRefusal.when(given.linkIndex().isPresent() && device.isEmpty(), "ENETUNREACH", "Nexthop has invalid gateway");
        Optional<Fib4Route> way = netns.fib4().lookup(gateway, tables(route), leastScope(route), device);
        KernelRefusal.when(way.isEmpty() && rules.hold(KernelRule.IPV4_GATEWAY_MUST_BE_REACHABLE), "ENETUNREACH",
                "Nexthop has invalid gateway");
        if (way.isEmpty()) {
            return new Hop(device, given, 0);
        }
        RouteType type = way.get().given.type();
        KernelRefusal.when(ERRORS.containsKey(type), ERRORS.getOrDefault(type, ""), "Nexthop has invalid gateway");
        KernelRefusal.when(!type.equals(RouteType.UNICAST) && !type.equals(RouteType.LOCAL), "EINVAL",
                "Nexthop has invalid gateway");
        Optional<Device> found = device.or(() -> way.get().hops.get(0).device);
        KernelRefusal.when(found.filter(link -> !link.up).isPresent(), "ENETDOWN");
        NextHop resolved = found.map(link -> given.toBuilder().linkIndex(link.index).build()).orElse(given);
        return new Hop(found, resolved, state(found));
    }

    private Hop onLink(Route route, NextHop given, Optional<Device> device, IpAddress gateway) {
        KernelRefusal.when(route.scope().number() >= Scope.LINK.number(), "EINVAL", "Nexthop has invalid scope");
        KernelRefusal.when(device.isEmpty(), "ENODEV", "Nexthop device required for onlink");
        KernelRefusal.when(device.isPresent() && !device.get().up, "ENETDOWN", "Nexthop device is not up");
        KernelRefusal.when(!netns.fib4().typeOf(gateway).equals(RouteType.UNICAST), "EINVAL", "Nexthop has invalid gateway");
        return new Hop(device, given, state(device));
    }

    /** The gateway's scope is that of a neighbour at least. */
    private static int leastScope(Route route) {
        return Math.max(route.scope().number() + 1, Scope.LINK.number());
    }

    private static List<Long> tables(Route route) {
        List<Long> usual = List.of(Route.LOCAL_TABLE, Route.MAIN_TABLE, DEFAULT_TABLE);
        return route.table() == Route.MAIN_TABLE ? usual : List.of(route.table(), usual.get(0), usual.get(1), usual.get(2));
    }

    private Hop byIpv6(Route route, NextHop given) {
        KernelRefusal.when(!rules.hold(KernelRule.IPV4_ROUTE_TAKES_AN_IPV6_GATEWAY), "EINVAL");
        Hop way = netns.ipv6().routes().hop(route, given);
        return new Hop(way.device, way.given, way.state);
    }

    private void checkSource(Route route) {
        boolean valid = route.preferredSource().isEmpty() || isLocal(route, route.preferredSource().get());
        KernelRefusal.when(!valid && rules.hold(KernelRule.IPV4_SOURCE_MUST_BE_LOCAL), "EINVAL", "Invalid prefsrc address");
    }

    private boolean isLocal(Route route, IpAddress source) {
        boolean itself = route.type().equals(RouteType.LOCAL) && route.destination().address().equals(source);
        return itself || netns.fib4().typeOf(source).equals(RouteType.LOCAL);
    }

    /** As {@code fib_table_delete}: what is given must fit. */
    void delete(Route wanted) {
        checkPlace(wanted);
        KernelRefusal.when(!netns.fib4().hasTable(wanted.table()), "ESRCH", "FIB table does not exist");
        boolean found = netns.fib4().delete(wanted.table(), route -> fits(wanted, route));
        KernelRefusal.when(!found && rules.hold(KernelRule.MISSING_IPV4_ROUTE_IS_NOT_FOUND), "ESRCH");
    }

    private boolean fits(Route wanted, Fib4Route route) {
        Route given = route.given;
        return given.destination().equals(wanted.destination()) && given.tos() == wanted.tos()
                && given.type().equals(wanted.type())
                && (wanted.scope().equals(Scope.NOWHERE) || given.scope().equals(wanted.scope()))
                && (wanted.preferredSource().isEmpty() || wanted.preferredSource().equals(given.preferredSource()))
                && (wanted.protocol().number() == 0 || wanted.protocol().equals(given.protocol()))
                && (wanted.metric().orElse(0) == 0 || wanted.metric().getAsLong() == route.priority())
                && (hopsFit(wanted.nextHops(), route.hops) || !rules.hold(KernelRule.IPV4_ROUTE_IS_DELETED_BY_ITS_GATEWAY))
                && metrics.fit(wanted, given);
    }

    private static boolean hopsFit(List<NextHop> wanted, List<Hop> hops) {
        if (wanted.size() <= 1) {
            return wanted.isEmpty() || (!hops.isEmpty() && hopFits(wanted.get(0), hops.get(0)));
        }
        return wanted.size() == hops.size()
                && IntStream.range(0, hops.size()).allMatch(i -> hopFits(wanted.get(i), hops.get(i)));
    }

    private static boolean hopFits(NextHop wanted, Hop hop) {
        return (wanted.linkIndex().isEmpty() || wanted.linkIndex().equals(hop.given.linkIndex()))
                && (wanted.gateway().isEmpty() || wanted.gateway().equals(hop.given.gateway()));
    }

}
