package io.podbridge.testkit.kernel;

import io.podbridge.netlink.model.IpAddress;
import io.podbridge.netlink.model.IpPrefix;
import io.podbridge.netlink.model.NextHop;
import io.podbridge.netlink.model.Route;
import io.podbridge.netlink.model.RouteProtocol;
import io.podbridge.netlink.model.RouteType;
import io.podbridge.netlink.model.Scope;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;

/** What an administrator asks of the IPv6 routes, and what the kernel asks of him ({@code net/ipv6/route.c}). */
final class Routes6 {
    private static final int USER_METRIC = 1024;
    private static final int FIRST_REJECTING_TYPE = RouteType.BLACKHOLE.number();

    private final Netns netns;
    private final Rules rules;
    private final RouteMetrics metrics;

    Routes6(Netns netns) {
        this.netns = netns;
        this.rules = netns.rules();
        this.metrics = new RouteMetrics(rules);
    }

    void replace(Route wanted) {
        Fib6Route route = create(wanted);
        Optional<Hop> first = route.hops.stream().findFirst();
        List<Hop> others = List.copyOf(route.hops.subList(Math.min(1, route.hops.size()), route.hops.size()));
        route.hops.removeAll(others);
        netns.fib6().replace(route);
        first.ifPresent(hop -> others.forEach(other -> appendHop(route, other)));
    }

    void append(Route wanted) {
        Fib6Route route = create(wanted);
        for (Hop hop : List.copyOf(route.hops)) {
            appendHop(route, hop);
        }
    }

    private void appendHop(Fib6Route like, Hop hop) {
        Consumer<Fib6Route> append = rules.hold(KernelRule.APPENDING_AN_IPV6_ROUTE_KEEPS_THE_OTHERS)
                ? netns.fib6()::append
                : netns.fib6()::replace;
        append.accept(new Fib6Route(like.given, new ArrayList<>(List.of(hop)), like.expiry));
    }

    private Fib6Route create(Route wanted) {
        checkTos(wanted);
        KernelRefusal.when(wanted.nextHopId().isPresent(), "EINVAL", "Nexthop id does not exist");
        netns.fib6().open(wanted.table());
        Route route = given(metrics.taken(wanted));
        List<Hop> hops = new ArrayList<>();
        if (isRejecting(route)) {
            hops.add(checkSource(route, rejecting()));
        } else {
            boolean several = wanted.nextHops().size() > 1;
            KernelRefusal.when(wanted.nextHops().isEmpty(), "ENODEV");
            for (NextHop next : wanted.nextHops()) {
                Hop hop = checkSource(route, hop(wanted, metrics.taken(next, several)));
                KernelRefusal.when(hops.stream().anyMatch(hop::leadsTheSameWay), "EEXIST");
                hops.add(hop);
            }
        }
        checkDifferent(hops);
        Optional<Instant> expiry = wanted.expiresSeconds().isPresent() && !rejects(wanted)
                ? Optional.of(netns.machine().time().now().plusSeconds(wanted.expiresSeconds().getAsLong()))
                : Optional.empty();
        return new Fib6Route(route, hops, expiry);
    }

    private static void checkTos(Route wanted) {
        KernelRefusal.when(wanted.tos() != 0, "EINVAL", "Invalid dsfield (tos): option not available for IPv6");
    }

    /** Scope says nothing in IPv6, and the bits behind a prefix are cleared. */
    private Route given(Route wanted) {
        int preference = rejects(wanted) ? 0 : wanted.preference().orElse(0);
        boolean known = (preference == 1 || preference == 3) && rules.hold(KernelRule.ROUTER_PREFERENCE_IS_KEPT);
        Route.Builder given = Route.builder(wanted.destination().network()).type(wanted.type()).table(wanted.table())
                .protocol(wanted.protocol().number() == 0 ? RouteProtocol.BOOT : wanted.protocol()).scope(Scope.UNIVERSE)
                .metrics(wanted.metrics()).lockedMetrics(wanted.lockedMetrics()).preference(known ? preference : 0);
        wanted.sourcePrefix().map(IpPrefix::network).ifPresent(given::sourcePrefix);
        wanted.preferredSource().ifPresent(given::preferredSource);
        wanted.congestionControl().ifPresent(given::congestionControl);
        OptionalLong metric = wanted.metric();
        boolean chosen = metric.isPresent() && metric.getAsLong() != 0;
        return given.metric(chosen ? metric.getAsLong() : rules.hold(KernelRule.IPV6_ROUTE_METRIC_IS_1024) ? USER_METRIC : 0)
                .build();
    }

    /** As {@code fib6_is_reject}: so does what would leave through the loopback, whatever it is called. */
    private boolean rejects(Route route) {
        boolean local = route.type().equals(RouteType.LOCAL) || route.type().equals(RouteType.ANYCAST)
                || route.destination().address().isLoopback();
        return isRejecting(route)
                || (!local && route.nextHops().stream().flatMap(hop -> device(hop).stream()).anyMatch(Device::isLoopback));
    }

    private static boolean isRejecting(Route route) {
        return route.type().number() >= FIRST_REJECTING_TYPE;
    }

    /** As {@code ip6_route_info_append}: a route does not lead the same way twice. */
    private static void checkDifferent(List<Hop> hops) {
        for (int i = 1; i < hops.size(); i++) {
            KernelRefusal.when(hops.subList(0, i).stream().anyMatch(hops.get(i)::leadsTheSameWay), "EEXIST");
        }
    }

    /** What takes no packets on is kept at the loopback. */
    private Hop rejecting() {
        Optional<Device> loopback = netns.links().byIndex(1);
        KernelRefusal.when(loopback.isEmpty(), "ENODEV");
        return Hop.by(loopback.orElseThrow());
    }

    /** As {@code fib6_nh_init}; an IPv4 route by an IPv6 gateway asks the same. */
    Hop hop(Route route, NextHop given) {
        Optional<Device> device = device(given);
        boolean missing = given.linkIndex().isPresent() && (device.isEmpty() || device.get().ipv6.isEmpty());
        KernelRefusal.when(missing && rules.hold(KernelRule.IPV6_ROUTE_NEEDS_ITS_LINK), "ENODEV");
        KernelRefusal.when(given.isOnLink() && device.isEmpty(), "ENODEV", "Nexthop device required for onlink");
        KernelRefusal.when(given.isOnLink() && !device.map(link -> link.up).orElse(false), "ENETDOWN",
                "Nexthop device is not up");
        Optional<Device> resolved = given.gateway().isPresent() ? gateway(route, given, device) : device;
        if (resolved.isEmpty()) {
            KernelRefusal.when(rules.hold(KernelRule.IPV6_ROUTE_NEEDS_A_LINK_AT_ALL), "ENODEV");
            return new Hop(resolved, given, 0);
        }
        checkUsable(resolved.get());
        NextHop known = given.toBuilder().linkIndex(resolved.get().index).build();
        boolean local = route.type().equals(RouteType.LOCAL) || route.type().equals(RouteType.ANYCAST);
        return new Hop(resolved, known, resolved.get().carrier || local ? 0 : Hop.LINKDOWN);
    }

    private Optional<Device> device(NextHop hop) {
        return hop.linkIndex().isPresent() ? netns.links().byIndex(hop.linkIndex().getAsInt()) : Optional.empty();
    }

    private void checkUsable(Device device) {
        boolean disabled = device.ipv6.map(Ipv6Device::isDisabled).orElse(true);
        KernelRefusal.when(disabled && rules.hold(KernelRule.DISABLED_IPV6_TAKES_NO_ROUTE), "EACCES",
                "IPv6 is disabled on nexthop device");
        KernelRefusal.when(!device.up && rules.hold(KernelRule.IPV6_ROUTE_NEEDS_A_LINK_THAT_IS_UP), "ENETDOWN",
                "Nexthop device is not up");
    }

    /** As {@code ip6_validate_gw}: a link-local gateway is believed, any other must be a neighbour. */
    private Optional<Device> gateway(Route route, NextHop given, Optional<Device> device) {
        IpAddress gateway = given.gateway().orElseThrow();
        KernelRefusal.when(isOwn(gateway), "EINVAL", "Gateway can not be a local address");
        Optional<Device> found = device;
        if (!gateway.isLinkLocal()) {
            KernelRefusal.when(gateway.isMulticast() || gateway.isUnspecified() || gateway.isLoopback(), "EINVAL",
                    "Invalid gateway address");
            found = given.isOnLink() ? onLink(gateway, device) : neighbour(route, gateway, device);
        }
        KernelRefusal.when(found.isEmpty() && rules.hold(KernelRule.LINK_LOCAL_GATEWAY_NEEDS_A_LINK), "EINVAL",
                "Egress device not specified");
        KernelRefusal.when(found.filter(Device::isLoopback).isPresent(), "EINVAL",
                "Egress device can not be loopback device for this route");
        return found;
    }

    /** As {@code ip6_route_check_nh_onlink}: it may be on the link if nothing is known of it, but not if it is known to be elsewhere. */
    private Optional<Device> onLink(IpAddress gateway, Optional<Device> device) {
        Optional<Fib6Route> way = netns.fib6().lookupPreferring(device, gateway, Route.MAIN_TABLE);
        boolean elsewhere = way.isPresent() && !way.get().given.isDefault() && !rejects(way.get().given)
                && device.filter(way.get()::leavesThrough).isEmpty();
        KernelRefusal.when(elsewhere, "EINVAL", "Nexthop has invalid gateway or device mismatch");
        return device;
    }

    private boolean isOwn(IpAddress address) {
        return netns.ipv6().addresses().isLocal(address);
    }

    /** As {@code ip6_route_check_nh}. */
    private Optional<Device> neighbour(Route route, IpAddress gateway, Optional<Device> device) {
        Optional<Fib6Route> way = direct(gateway, List.of(route.table()), device)
                .or(() -> direct(gateway, List.of(Route.LOCAL_TABLE, Route.MAIN_TABLE), device));
        KernelRefusal.when(way.isEmpty() && rules.hold(KernelRule.IPV6_GATEWAY_MUST_BE_REACHABLE), "EHOSTUNREACH");
        return device.or(() -> way.flatMap(found -> found.hops.get(0).device));
    }

    /** A route to the loopback that is not a local one would lead nowhere, and counts as one that drops. */
    private static boolean isRejected(Fib6Route route) {
        return route.hops.get(0).device.filter(Device::isLoopback).isPresent() && !route.given.type().equals(RouteType.LOCAL);
    }

    /** What leads to a gateway must not need one itself. */
    private Optional<Fib6Route> direct(IpAddress gateway, List<Long> tables, Optional<Device> device) {
        return netns.fib6().lookup(gateway, tables, device)
                .filter(way -> !isRejecting(way.given) && way.hops.get(0).gateway().isEmpty() && !isRejected(way));
    }

    private Hop checkSource(Route route, Hop hop) {
        boolean valid = route.preferredSource().isEmpty()
                || netns.ipv6().addresses().isUsableSource(route.preferredSource().get(), hop.device);
        KernelRefusal.when(!valid && rules.hold(KernelRule.IPV6_SOURCE_MUST_BE_LOCAL), "EINVAL", "Invalid source address");
        return hop;
    }

    /** As {@code ip6_route_del}, for a route of several ways one after the other. */
    void delete(Route wanted) {
        checkTos(wanted);
        KernelRefusal.when(!netns.fib6().hasTable(wanted.table()), "ESRCH", "FIB table does not exist");
        if (wanted.nextHops().size() <= 1) {
            deleteHop(wanted, wanted.nextHops().stream().findFirst());
            return;
        }
        wanted.nextHops().forEach(hop -> deleteHop(wanted, Optional.of(hop)));
    }

    private void deleteHop(Route wanted, Optional<NextHop> hop) {
        Route place = wanted.toBuilder().destination(wanted.destination().network()).build();
        Optional<Fib6Route> found = netns.fib6().at(wanted.table(), route -> route.isAt(place) && fits(wanted, hop, route))
                .stream()
                .findFirst();
        KernelRefusal.when(found.isEmpty() && rules.hold(KernelRule.MISSING_IPV6_ROUTE_IS_NOT_FOUND), "ESRCH");
        found.ifPresent(route -> {
            if (hop.flatMap(NextHop::gateway).isPresent()) {
                route.hops.removeIf(own -> hopFits(hop.get(), own));
            } else {
                route.hops.clear();
            }
            if (route.hops.isEmpty() || !rules.hold(KernelRule.IPV6_ROUTE_IS_DELETED_BY_ITS_GATEWAY)) {
                netns.fib6().remove(route);
            }
        });
    }

    private boolean fits(Route wanted, Optional<NextHop> hop, Fib6Route route) {
        return (wanted.metric().orElse(0) == 0 || wanted.metric().getAsLong() == route.metric())
                && (wanted.protocol().number() == 0 || wanted.protocol().equals(route.given.protocol()))
                && (hop.isEmpty() || !rules.hold(KernelRule.IPV6_ROUTE_IS_FOUND_BY_ITS_GATEWAY)
                        || route.hops.stream().anyMatch(own -> hopFits(hop.get(), own)));
    }

    private static boolean hopFits(NextHop wanted, Hop own) {
        return (wanted.linkIndex().isEmpty() || wanted.linkIndex().equals(own.given.linkIndex()))
                && (wanted.gateway().isEmpty() || wanted.gateway().equals(own.gateway()));
    }
}
