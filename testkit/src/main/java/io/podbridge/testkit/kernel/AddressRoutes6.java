package io.podbridge.testkit.kernel;

import io.podbridge.netlink.model.AddressFlags;
import io.podbridge.netlink.model.IpAddress;
import io.podbridge.netlink.model.IpPrefix;
import io.podbridge.netlink.model.Route;
import io.podbridge.netlink.model.RouteProtocol;
import io.podbridge.netlink.model.RouteType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The routes that come and go with an IPv6 address: its subnet's, its own, and that of multicast. */
final class AddressRoutes6 {
    private static final long ADDRESS_METRIC = 256;
    private static final IpPrefix MULTICAST = IpPrefix.parse("ff00::/8");

    private final Netns netns;
    private final Rules rules;

    AddressRoutes6(Netns netns) {
        this.netns = netns;
        this.rules = netns.rules();
    }

    /** As {@code addrconf_add_mroute}. */
    void addMulticast(Device device) {
        if (!device.isLoopback()) {
            make(device, route(MULTICAST, RouteType.MULTICAST, Route.LOCAL_TABLE, ADDRESS_METRIC), Optional.empty());
        }
    }

    /** As {@code addrconf_prefix_route}. */
    void addPrefix(KernelAddress address) {
        if (!address.has(AddressFlags.NOPREFIXROUTE)
                && rules.hold(KernelRule.IPV6_CONNECTED_ROUTE_COMES_WITH_ADDRESS)) {
            make(address.device, prefixRoute(address), expiry(address));
        }
    }

    /** A peer is reached by a route of its own. */
    private static Optional<IpPrefix> peer(KernelAddress address) {
        return address.given.peer().map(IpPrefix::host);
    }

    private Route prefixRoute(KernelAddress address) {
        long metric = address.given.metric().orElse(0);
        return route(address.given.prefix().network(), RouteType.UNICAST, Route.MAIN_TABLE,
                metric == 0 ? ADDRESS_METRIC : metric);
    }

    /** Through the loopback no route leads anywhere, so that it counts as one that rejects, and those do not expire. */
    private static Optional<Instant> expiry(KernelAddress address) {
        return address.has(AddressFlags.PERMANENT) || address.device.isLoopback() ? Optional.empty() : Optional.of(end(address));
    }

    private static Instant end(KernelAddress address) {
        return address.since.plusSeconds(address.given.validLifetime().seconds());
    }

    /** The address can be used: packets to it are taken in. */
    void addLocal(KernelAddress address) {
        if (rules.hold(KernelRule.IPV6_LOCAL_ROUTE_COMES_WITH_ADDRESS)) {
            addOwn(address.device, address.local(), RouteType.LOCAL);
        }
        peer(address).ifPresent(peer -> make(address.device,
                route(peer, RouteType.UNICAST, Route.MAIN_TABLE, prefixRoute(address).metric().orElse(ADDRESS_METRIC)),
                Optional.empty()));
    }

    /** As {@code addrconf_f6i_alloc}: packets to it are taken in. */
    void addOwn(Device device, IpAddress address, RouteType type) {
        add(new Fib6Route(route(IpPrefix.host(address), type, Route.LOCAL_TABLE, 0), hops(device, true), Optional.empty()));
    }

    void dropOwn(Device device, IpAddress address) {
        direct(device, IpPrefix.host(address), Route.LOCAL_TABLE).stream().filter(AddressRoutes6::isKernels).findFirst()
                .ifPresent(netns.fib6()::remove);
    }

    private Route route(IpPrefix destination, RouteType type, long table, long metric) {
        RouteProtocol protocol = rules.hold(KernelRule.IPV6_ROUTES_OF_ADDRESSES_ARE_THE_KERNELS)
                ? RouteProtocol.KERNEL
                : RouteProtocol.BOOT;
        return Route.builder(destination).type(type).table(table).protocol(protocol).metric(metric).preference(0).build();
    }

    private static List<Hop> hops(Device device, boolean local) {
        Hop hop = Hop.by(device);
        hop.state = local || device.carrier ? 0 : Hop.LINKDOWN;
        return new ArrayList<>(List.of(hop));
    }

    private void make(Device device, Route route, Optional<Instant> expiry) {
        boolean usable = device.up && device.ipv6.filter(ipv6 -> !ipv6.isDisabled()).isPresent();
        if (usable) {
            add(new Fib6Route(route, hops(device, false), expiry));
        }
    }

    private void add(Fib6Route route) {
        try {
            netns.fib6().append(route);
        } catch (KernelRefusal refusal) {
            // It is there already, which is all that is wanted.
        }
    }

    /** As {@code inet6_addr_modify}. */
    void modified(KernelAddress address, boolean hadRoute) {
        boolean wantsRoute = !address.has(AddressFlags.NOPREFIXROUTE);
        if (wantsRoute) {
            if (hadRoute && keepsPrefixRoute(address)) {
                return;
            }
            if (hadRoute) {
                dropPrefixRoutes(address);
            }
            addPrefix(address);
        } else if (hadRoute) {
            leavePrefixRoute(address);
        }
    }

    /** As {@code modify_prefix_route}: a route of the same metric stays in its place. */
    private boolean keepsPrefixRoute(KernelAddress address) {
        Optional<Fib6Route> there = prefixRouteOf(address)
                .filter(route -> route.metric() == prefixRoute(address).metric().orElse(0));
        there.ifPresent(route -> route.expiry = expiry(address));
        return there.isPresent();
    }

    /** As {@code ipv6_del_addr}. */
    void delete(KernelAddress gone) {
        if (gone.has(AddressFlags.PERMANENT) && !gone.has(AddressFlags.NOPREFIXROUTE)) {
            leavePrefixRoute(gone);
        }
        dropOwn(gone.device, gone.local());
        peer(gone).ifPresent(peer -> drop(gone.device, peer, Route.MAIN_TABLE));
    }

    /** As {@code check_cleanup_prefix_route}: the route stays for another address of the subnet, and expires with the last that does. */
    private void leavePrefixRoute(KernelAddress address) {
        List<KernelAddress> others = sharers(address);
        if (others.stream().anyMatch(other -> other.has(AddressFlags.PERMANENT) || other.has(AddressFlags.NOPREFIXROUTE))) {
            return;
        }
        Optional<Instant> end = others.stream().map(AddressRoutes6::end).max(Comparator.naturalOrder());
        if (end.isEmpty()) {
            dropPrefixRoutes(address);
        } else {
            prefixRouteOf(address).filter(route -> route.expiry.isEmpty()).ifPresent(route -> route.expiry = end);
        }
    }

    private static List<KernelAddress> sharers(KernelAddress address) {
        return address.device.ipv6.stream().flatMap(ipv6 -> ipv6.addresses.stream())
                .filter(other -> other != address && other.given.prefix().network().equals(address.given.prefix().network()))
                .toList();
    }

    private void dropPrefixRoutes(KernelAddress address) {
        drop(address.device, address.given.prefix().network(), Route.MAIN_TABLE);
    }

    private Optional<Fib6Route> prefixRouteOf(KernelAddress address) {
        return direct(address.device, address.given.prefix().network(), Route.MAIN_TABLE).stream().findFirst();
    }

    private void drop(Device device, IpPrefix destination, long table) {
        direct(device, destination, table).stream().findFirst().ifPresent(netns.fib6()::remove);
    }

    /** As {@code addrconf_get_prefix_route} looks for them: it does not ask who made a route. */
    private List<Fib6Route> direct(Device device, IpPrefix destination, long table) {
        Route place = Route.builder(destination).build();
        return netns.fib6().at(table, route -> route.isAt(place) && route.leavesThrough(device) && !route.takesSiblings());
    }

    private static boolean isKernels(Fib6Route route) {
        return route.given.protocol().equals(RouteProtocol.KERNEL) || route.given.protocol().equals(RouteProtocol.BOOT);
    }
}
