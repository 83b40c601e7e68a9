package io.podbridge.testkit.kernel;

import io.podbridge.netlink.model.IpAddress;
import io.podbridge.netlink.model.IpPrefix;
import io.podbridge.netlink.model.Route;
import io.podbridge.netlink.model.RouteType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** The IPv6 routing tables ({@code net/ipv6/ip6_fib.c}). */
final class Fib6 {
    /** A walk through the tree comes to what is below a prefix before it comes to the prefix itself. */
    private static final Comparator<IpPrefix> WALK = (a, b) -> {
        if (a.length() != b.length() && (a.contains(b.address()) || b.contains(a.address()))) {
            return a.contains(b.address()) && a.length() < b.length() ? 1 : -1;
        }
        return a.network().address().compareTo(b.network().address());
    };
    private static final Comparator<Fib6Route> IN_TABLE = Comparator
            .comparing((Fib6Route route) -> route.given.destination(), WALK)
            .thenComparing(route -> route.given.sourcePrefix().orElse(IpPrefix.all(route.given.family())), WALK)
            .thenComparingLong(Fib6Route::metric);

    private static final Comparator<Fib6Route> NEAREST = Comparator
            .comparingInt((Fib6Route route) -> -route.given.destination().length()).thenComparingLong(Fib6Route::metric);

    private final Netns netns;
    private final Rules rules;
    private final Map<Long, List<Fib6Route>> tables = new LinkedHashMap<>();

    Fib6(Netns netns) {
        this.netns = netns;
        this.rules = netns.rules();
        List.of(Route.LOCAL_TABLE, Route.MAIN_TABLE).forEach(this::table);
    }

    List<Route> report() {
        List<Long> numbers = new ArrayList<>(tables.keySet());
        Collections.reverse(numbers);
        numbers.sort(Comparator.comparingLong(number -> number & 0xff));
        return numbers.stream().flatMap(number -> table(number).stream()).map(route -> route.report(netns.machine().time()))
                .toList();
    }

    private List<Fib6Route> table(long number) {
        return tables.computeIfAbsent(number, first -> new ArrayList<>());
    }

    boolean hasTable(long number) {
        return tables.containsKey(number);
    }

    /** As {@code fib6_new_table}. */
    void open(long number) {
        table(number);
    }

    private void insert(Fib6Route route) {
        List<Fib6Route> table = table(route.given.table());
        int at = table.size();
        while (at > 0 && IN_TABLE.compare(table.get(at - 1), route) > 0) {
            at--;
        }
        table.add(at, route);
    }

    private List<Fib6Route> beside(Fib6Route route) {
        return table(route.given.table()).stream().filter(other -> other.isAt(route.given) && other.metric() == route.metric())
                .toList();
    }

    /** As {@code fib6_add_rt2node} with {@code NLM_F_APPEND}, or without flags: by another gateway it becomes a sibling. */
    void append(Fib6Route route) {
        List<Fib6Route> beside = beside(route);
        for (Fib6Route other : beside) {
            if (other.hops.stream().anyMatch(route.hops.get(0)::leadsTheSameWay)) {
                other.expiry = other.expiry.isPresent() ? route.expiry : other.expiry;
                throw KernelRefusal.of("EEXIST");
            }
        }
        Optional<Fib6Route> family = beside.stream().filter(other -> other.takesSiblings() && route.takesSiblings()).findFirst();
        if (family.isPresent()) {
            family.get().hops.addAll(route.hops);
        } else {
            insert(route);
        }
    }

    /** The same with {@code NLM_F_REPLACE}: one of its kind goes, with its siblings; else the first of its metric. */
    void replace(Fib6Route route) {
        List<Fib6Route> beside = beside(route);
        Optional<Fib6Route> old = beside.stream().filter(other -> other.takesSiblings() == route.takesSiblings()).findFirst()
                .or(() -> beside.stream().findFirst());
        if (old.isEmpty() || !rules.hold(KernelRule.IPV6_ROUTE_IS_REPLACED)) {
            insert(route);
        } else {
            List<Fib6Route> table = table(route.given.table());
            table.set(table.indexOf(old.get()), route);
        }
    }

    List<Fib6Route> at(long table, Predicate<Fib6Route> fits) {
        return hasTable(table) ? table(table).stream().filter(fits).toList() : List.of();
    }

    void remove(Fib6Route route) {
        table(route.given.table()).remove(route);
    }

    /** The hop that a packet to this address takes, of the longest prefix that has one through that link. */
    Optional<Fib6Route> lookup(IpAddress to, List<Long> inTables, Optional<Device> through) {
        return inTables.stream().filter(this::hasTable).flatMap(number -> best(table(number), to, through).stream()).findFirst();
    }

    /** As {@code fib6_table_lookup} that is not strict: the link only decides between ways that are as near and have the same metric. */
    Optional<Fib6Route> lookupPreferring(Optional<Device> through, IpAddress to, long inTable) {
        return at(inTable, route -> route.given.destination().contains(to) && isAlive(route, Optional.empty())).stream()
                .min(NEAREST.thenComparing(route -> !isAlive(route, through)));
    }

    private static Optional<Fib6Route> best(List<Fib6Route> table, IpAddress to, Optional<Device> through) {
        return table.stream().filter(route -> route.given.destination().contains(to)).filter(route -> isAlive(route, through))
                .min(NEAREST);
    }

    private static boolean isAlive(Fib6Route route, Optional<Device> through) {
        return route.hops.stream()
                .anyMatch(hop -> !hop.has(Hop.DEAD) && (through.isEmpty() || hop.leavesThrough(through.get())));
    }

    /** As {@code rt6_sync_down_dev}: a route goes with its last link, on unregistering each way by itself. */
    void linkDown(Device device, boolean unregistered) {
        for (List<Fib6Route> table : tables.values()) {
            for (Fib6Route route : List.copyOf(table)) {
                if (unregistered) {
                    route.hops.removeIf(hop -> hop.leavesThrough(device));
                } else {
                    route.hops.stream().filter(hop -> hop.leavesThrough(device) && dies(route))
                            .forEach(hop -> hop.state |= Hop.DEAD | Hop.LINKDOWN);
                }
                if (route.hops.stream().allMatch(hop -> hop.has(Hop.DEAD))) {
                    table.remove(route);
                }
            }
        }
    }

    private boolean dies(Fib6Route route) {
        return !route.given.type().equals(RouteType.UNICAST) || rules.hold(KernelRule.IPV6_UNICAST_ROUTES_ARE_LOST_ON_DOWN);
    }

    /** It leads to the namespace itself, carrier or not. */
    private static boolean isOwn(Fib6Route route) {
        return route.given.type().equals(RouteType.LOCAL) || route.given.type().equals(RouteType.ANYCAST);
    }

    void carrierLost(Device device) {
        each(route -> route.hops.stream().filter(hop -> hop.leavesThrough(device) && !isOwn(route))
                .forEach(hop -> hop.state |= Hop.LINKDOWN));
    }

    void revive(Device device, int flags) {
        int all = (flags & Hop.DEAD) != 0 && device.carrier ? flags | Hop.LINKDOWN : flags;
        each(route -> route.hops.stream().filter(hop -> hop.leavesThrough(device)).forEach(hop -> hop.state &= ~all));
    }

    /** As {@code rt6_remove_prefsrc}: routes stay, without a source that no link holds any more. */
    void sourceGone(IpAddress address) {
        each(route -> {
            if (route.given.preferredSource().filter(address::equals).isPresent()
                    && !netns.ipv6().addresses().isUsableSource(address, route.hops.get(0).device)) {
                route.given = RouteCopy.withoutSource(route.given);
            }
        });
    }

    /** As {@code rt6_mtu_change}: a route carries no more than its link, and all that it can if it did before. */
    void mtuChanged(Device device, int before) {
        each(route -> {
            boolean locked = (route.given.lockedMetrics() >> Route.METRIC_MTU & 1) != 0;
            long mtu = route.given.metrics().getOrDefault(Route.METRIC_MTU, 0L);
            if (!locked && route.leavesThrough(device) && (mtu >= device.mtu || mtu == before)) {
                route.given = RouteCopy.withMtu(route.given, device.mtu);
            }
        });
    }

    void expire() {
        tables.values().forEach(table -> table
                .removeIf(route -> route.expiry.filter(end -> !netns.machine().time().now().isBefore(end)).isPresent()));
    }

    private void each(Consumer<Fib6Route> action) {
        tables.values().forEach(table -> table.forEach(action));
    }
}
