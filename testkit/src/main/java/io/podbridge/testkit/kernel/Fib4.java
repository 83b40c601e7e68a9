package io.podbridge.testkit.kernel;

import io.podbridge.netlink.model.IpAddress;
import io.podbridge.netlink.model.Route;
import io.podbridge.netlink.model.RouteType;
import io.podbridge.netlink.model.Scope;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** The IPv4 routing tables ({@code net/ipv4/fib_trie.c}, {@code fib_semantics.c}). */
final class Fib4 {
    /** Of one table: by the address, of one address the longest prefix first, then by type of service and metric. */
    private static final Comparator<Fib4Route> IN_TABLE = Comparator
            .comparing((Fib4Route route) -> route.given.destination().address())
            .thenComparingInt(route -> -route.given.destination().length()).thenComparingInt(route -> -route.given.tos())
            .thenComparingLong(Fib4Route::priority);

    private final Netns netns;
    private final Rules rules;
    /** In the order in which they were first used, each in the order of a dump. */
    private final Map<Long, List<Fib4Route>> tables = new LinkedHashMap<>();

    Fib4(Netns netns) {
        this.netns = netns;
        this.rules = netns.rules();
    }

    /** {@return all routes, in the order of a dump: the tables hang in 256 buckets, the newest of a bucket first} */
    List<Route> report() {
        List<Long> numbers = new ArrayList<>(tables.keySet());
        Collections.reverse(numbers);
        numbers.sort(Comparator.comparingLong(number -> number & 0xff));
        return numbers.stream().flatMap(number -> table(number).stream()).map(Fib4Route::report).toList();
    }

    private List<Fib4Route> table(long number) {
        return tables.computeIfAbsent(number, first -> new ArrayList<>());
    }

    boolean hasTable(long number) {
        return tables.containsKey(number);
    }

    /** As {@code fib_new_table}: a table is there once somebody wanted to put something into it, and with the local one the main one. */
    void open(long number) {
        if (number == Route.LOCAL_TABLE) {
            table(Route.MAIN_TABLE);
        }
        table(number);
    }

    private void insert(Fib4Route route) {
        open(route.given.table());
        List<Fib4Route> table = table(route.given.table());
        int at = table.size();
        while (at > 0 && IN_TABLE.compare(table.get(at - 1), route) > 0) {
            at--;
        }
        table.add(at, route);
    }

    /** As {@code fib_table_insert} with {@code NLM_F_APPEND}. */
    void append(Fib4Route route) {
        boolean there = beside(route).stream().anyMatch(route::isSame);
        KernelRefusal.when(there && rules.hold(KernelRule.APPENDING_A_ROUTE_TWICE_EXISTS), "EEXIST");
        insert(route);
    }

    /** As {@code fib_table_insert} with {@code NLM_F_REPLACE}: the first of its place goes, unless it is the same. */
    void replace(Fib4Route route) {
        List<Fib4Route> beside = beside(route);
        Optional<Fib4Route> same = beside.stream().filter(route::isSame).findFirst();
        if (same.isPresent()) {
            KernelRefusal.when(beside.get(0) != same.get(), "EEXIST");
            return;
        }
        if (beside.isEmpty() || !rules.hold(KernelRule.IPV4_ROUTE_IS_REPLACED)) {
            insert(route);
        } else {
            List<Fib4Route> table = table(route.given.table());
            table.set(table.indexOf(beside.get(0)), route);
        }
    }

    private List<Fib4Route> beside(Fib4Route route) {
        return hasTable(route.given.table()) ? table(route.given.table()).stream().filter(route::isBeside).toList() : List.of();
    }

    /** Deletes the first that fits. */
    boolean delete(long table, Predicate<Fib4Route> fits) {
        Optional<Fib4Route> found = hasTable(table) ? table(table).stream().filter(fits).findFirst() : Optional.empty();
        found.ifPresent(table(table)::remove);
        return found.isPresent();
    }

    /** The route that a packet to this address takes: the longest prefix of the first table that has one. */
    Optional<Fib4Route> lookup(IpAddress to, List<Long> inTables, int leastScope, Optional<Device> through) {
        return inTables.stream().filter(this::hasTable).flatMap(number -> best(table(number), to, leastScope, through).stream())
                .findFirst();
    }

    private static Optional<Fib4Route> best(List<Fib4Route> table, IpAddress to, int leastScope, Optional<Device> through) {
        return table.stream().filter(route -> route.given.destination().contains(to))
                .filter(route -> route.given.tos() == 0 && route.given.scope().number() >= leastScope)
                .filter(route -> route.hops.isEmpty() || route.hops.stream()
                        .anyMatch(hop -> !hop.has(Hop.DEAD) && (through.isEmpty() || hop.leavesThrough(through.get()))))
                .min(Comparator.comparingInt((Fib4Route route) -> -route.given.destination().length())
                        .thenComparingLong(Fib4Route::priority));
    }

    /** What an address is to this host ({@code inet_addr_type}). */
    RouteType typeOf(IpAddress address) {
        int first = address.toBytes()[0] & 0xff;
        if (first == 0 || !hasTable(Route.LOCAL_TABLE) || address.equals(IpAddress.parse("255.255.255.255"))) {
            return RouteType.BROADCAST;
        }
        return address.isMulticast()
                ? RouteType.MULTICAST
                : lookup(address, List.of(Route.LOCAL_TABLE), 0, Optional.empty()).map(route -> route.given.type())
                        .orElse(RouteType.UNICAST);
    }

    /** As {@code fib_sync_down_dev} and {@code fib_flush}: {@code force} takes also what is local. */
    void linkDown(Device device, boolean force, boolean unregistered) {
        each(route -> {
            for (Hop hop : route.hops) {
                if (hop.leavesThrough(device) && (force || dies(route))) {
                    hop.state |= Hop.DEAD | Hop.LINKDOWN;
                }
            }
            long alive = route.hops.stream().filter(hop -> !hop.has(Hop.DEAD)).count();
            route.dead |= route.leavesThrough(device) && (alive == 0 || unregistered) && goesWithItsLinks(route);
        });
        flush();
    }

    private boolean dies(Fib4Route route) {
        boolean local = route.given.type().equals(RouteType.LOCAL) && rules.hold(KernelRule.LOCAL_ROUTES_OUTLIVE_DOWN);
        return !local
                && (route.given.table() == Route.MAIN_TABLE || rules.hold(KernelRule.ROUTES_OF_EVERY_TABLE_ARE_LOST_ON_DOWN))
                && (!route.given.type().equals(RouteType.UNICAST) || rules.hold(KernelRule.IPV4_UNICAST_ROUTES_ARE_LOST_ON_DOWN));
    }

    private boolean goesWithItsLinks(Fib4Route route) {
        return route.hops.size() < 2 || rules.hold(KernelRule.MULTIPATH_ROUTE_GOES_WITH_ITS_LAST_LINK);
    }

    void carrierLost(Device device) {
        each(route -> route.hops.stream().filter(hop -> hop.leavesThrough(device) && !route.given.scope().equals(Scope.HOST))
                .forEach(hop -> hop.state |= Hop.LINKDOWN));
    }

    /** As {@code fib_sync_up}. */
    void revive(Device device, int flags) {
        int all = (flags & Hop.DEAD) != 0 && (device.carrier || device.isOperational()) ? flags | Hop.LINKDOWN : flags;
        each(route -> route.hops.stream().filter(hop -> hop.leavesThrough(device) && device.up)
                .forEach(hop -> hop.state &= ~all));
    }

    /** As {@code fib_sync_down_addr}: routes of the main table that have a source which is local no more. */
    void sourceGone(IpAddress address) {
        each(route -> route.dead |= route.hasSource(address) && route.given.table() == Route.MAIN_TABLE);
        flush();
    }

    private void flush() {
        tables.values().forEach(table -> table.removeIf(route -> route.dead));
    }

    private void each(Consumer<Fib4Route> action) {
        tables.values().forEach(table -> table.forEach(action));
    }

    @Override
    public String toString() {
        return "IPv4 routes of " + netns;
    }
}
