package io.podbridge.testkit.kernel;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import io.podbridge.netlink.model.AddressFlags;
import io.podbridge.netlink.model.IpAddress;
import io.podbridge.netlink.model.IpPrefix;
import io.podbridge.netlink.model.Route;
import io.podbridge.netlink.model.RouteProtocol;
import io.podbridge.netlink.model.RouteType;
import io.podbridge.netlink.model.Scope;

/** The routes that come and go with an IPv4 address: its own, its subnet's, its broadcasts' ({@code net/ipv4/fib_frontend.c}). */
final class AddressRoutes4 {
    private static final IpAddress ALL_ONES = IpAddress.parse("255.255.255.255");

    private final Netns netns;
    private final Rules rules;

    AddressRoutes4(Netns netns) {
        this.netns = netns;
        this.rules = netns.rules();
    }

    /** Addresses that are still held by others of the link, so that their routes stay. */
    private enum Held {
        LOCAL, BROADCAST, HIGH, LOW
    }

    /** As {@code fib_add_ifaddr}. */
    void add(KernelAddress address) {
        Optional<KernelAddress> primary = primary(address);
        if (primary.isEmpty()) {
            return;
        }
        if (rules.hold(KernelRule.LOCAL_ROUTE_COMES_WITH_ADDRESS)) {
            make(RouteType.LOCAL, IpPrefix.host(address.local()), primary.get(), 0);
        }
        if (!address.device.up) {
            return;
        }
        address.given.broadcast().filter(broadcast -> !broadcast.equals(ALL_ONES))
                .ifPresent(broadcast -> make(RouteType.BROADCAST, IpPrefix.host(broadcast), primary.get(), 0));
        if (hasSubnet(address) && !address.has(AddressFlags.SECONDARY)) {
            addSubnet(address);
        }
    }

    private void addSubnet(KernelAddress address) {
        if (!address.has(AddressFlags.NOPREFIXROUTE) && rules.hold(KernelRule.CONNECTED_ROUTE_COMES_WITH_ADDRESS)) {
            long metric = rules.hold(KernelRule.METRIC_IS_THAT_OF_THE_SUBNETS_ROUTE) ? address.given.metric().orElse(0) : 0;
            make(subnetType(address), address.subnet().network(), address, metric);
        }
        if (address.subnet().length() < 31) {
            make(RouteType.BROADCAST, IpPrefix.host(highest(address)), address, 0);
        }
    }

    private static RouteType subnetType(KernelAddress address) {
        return address.device.isLoopback() ? RouteType.LOCAL : RouteType.UNICAST;
    }

    /** A host address that is its own subnet makes no route for it. */
    private static boolean hasSubnet(KernelAddress address) {
        IpAddress network = lowest(address);
        return network.toBytes()[0] != 0 && (!network.equals(address.local()) || address.subnet().length() < 32);
    }

    private static IpAddress lowest(KernelAddress address) {
        return address.subnet().network().address();
    }

    private static IpAddress highest(KernelAddress address) {
        byte[] bytes = lowest(address).toBytes();
        for (int bit = address.subnet().length(); bit < 32; bit++) {
            bytes[bit / 8] |= (byte) (0x80 >> bit % 8);
        }
        return IpAddress.of(bytes);
    }

    private static Optional<KernelAddress> primary(KernelAddress address) {
        return address.has(AddressFlags.SECONDARY)
                ? address.device.ipv4Addresses.stream()
                        .filter(other -> !other.has(AddressFlags.SECONDARY) && other.sharesSubnet(address)).findFirst()
                : Optional.of(address);
    }

    /** A route cannot have a source that is none of the host's own, such as a multicast address. */
    private void make(RouteType type, IpPrefix destination, KernelAddress primary, long metric) {
        boolean usable = type.equals(RouteType.LOCAL) || netns.fib4().typeOf(primary.local()).equals(RouteType.LOCAL);
        if (!usable) {
            return;
        }
        Fib4Route made = route(type, destination, primary, metric);
        try {
            netns.fib4().append(made);
        } catch (KernelRefusal refusal) {
            // It is there already, which is all that is wanted.
        }
    }

    private Fib4Route route(RouteType type, IpPrefix destination, KernelAddress primary, long metric) {
        RouteProtocol protocol = rules.hold(KernelRule.ROUTES_OF_ADDRESSES_ARE_THE_KERNELS) ? RouteProtocol.KERNEL : RouteProtocol.BOOT;
        Route.Builder route = Route.builder(destination).type(type).protocol(protocol).preferredSource(primary.local())
                .table(type.equals(RouteType.UNICAST) ? Route.MAIN_TABLE : Route.LOCAL_TABLE)
                .scope(type.equals(RouteType.LOCAL) ? Scope.HOST : Scope.LINK);
        if (metric != 0) {
            route.metric(metric);
        }
        Hop hop = Hop.by(primary.device);
        hop.state = type.equals(RouteType.LOCAL) || primary.device.carrier ? 0 : Hop.LINKDOWN;
        return new Fib4Route(route.build(), List.of(hop));
    }

    private boolean drop(RouteType type, IpPrefix destination, KernelAddress primary) {
        return drop(type, destination, primary, 0);
    }

    /** A metric of 0 is that of the first that fits. */
    private boolean drop(RouteType type, IpPrefix destination, KernelAddress primary, long metric) {
        Fib4Route gone = route(type, destination, primary, metric);
        return netns.fib4().delete(gone.given.table(), route -> route.given.destination().equals(destination)
                && route.given.type().equals(type) && route.given.scope().equals(gone.given.scope())
                && route.hasSource(primary.local()) && route.given.protocol().equals(gone.given.protocol())
                && route.leavesThrough(primary.device) && (metric == 0 || route.priority() == metric));
    }

    /** As {@code fib_modify_prefix_metric}. */
    void metricChanged(KernelAddress address, long old) {
        boolean makes = hasSubnet(address) && !address.has(AddressFlags.SECONDARY) && !address.has(AddressFlags.NOPREFIXROUTE);
        if (makes && address.device.up) {
            make(subnetType(address), address.subnet().network(), address, address.given.metric().orElse(0));
            drop(subnetType(address), address.subnet().network(), address, old);
        }
    }

    /** As {@code fib_del_ifaddr}; when a secondary moves to another primary, the one that goes is told. */
    void delete(KernelAddress address, Optional<KernelAddress> replaced) {
        Optional<KernelAddress> found = address.has(AddressFlags.SECONDARY) ? primary(address).or(() -> replaced) : Optional.of(address);
        if (found.isEmpty()) {
            return;
        }
        KernelAddress primary = found.get();
        boolean subnet = !address.has(AddressFlags.SECONDARY) && hasSubnet(address);
        if (subnet && !address.has(AddressFlags.NOPREFIXROUTE)) {
            drop(subnetType(address), address.subnet().network(), primary);
        }
        Set<Held> held = held(address, primary, replaced);
        dropBroadcasts(address, primary, subnet, held);
        if (!held.contains(Held.LOCAL)) {
            drop(RouteType.LOCAL, IpPrefix.host(address.local()), primary);
            sourceGone(address);
        }
    }

    private void sourceGone(KernelAddress address) {
        boolean stillLocal = netns.fib4().typeOf(address.local()).equals(RouteType.LOCAL)
                && rules.hold(KernelRule.SOURCE_THAT_ANOTHER_LINK_HOLDS_STAYS);
        boolean stays = address.device.ipv4Addresses.contains(address);
        if (!stays && !stillLocal && rules.hold(KernelRule.ROUTES_GO_WITH_THEIR_SOURCE)) {
            netns.fib4().sourceGone(address.local());
        }
    }

    private void dropBroadcasts(KernelAddress address, KernelAddress primary, boolean subnet, Set<Held> held) {
        address.given.broadcast().filter(broadcast -> !held.contains(Held.BROADCAST))
                .ifPresent(broadcast -> drop(RouteType.BROADCAST, IpPrefix.host(broadcast), primary));
        if (subnet && address.subnet().length() < 31) {
            if (!held.contains(Held.HIGH)) {
                drop(RouteType.BROADCAST, IpPrefix.host(highest(address)), primary);
            }
            if (!held.contains(Held.LOW)) {
                drop(RouteType.BROADCAST, IpPrefix.host(lowest(address)), primary);
            }
        }
    }

    private static Set<Held> held(KernelAddress address, KernelAddress primary, Optional<KernelAddress> replaced) {
        Set<Held> held = EnumSet.noneOf(Held.class);
        for (KernelAddress other : address.device.ipv4Addresses) {
            boolean ignored = other == address || (replaced.isPresent() && other.sharesSubnet(replaced.get()))
                    || !primary(other).map(KernelAddress::local).equals(Optional.of(primary.local()));
            if (!ignored) {
                held(address, other, held);
            }
        }
        return held;
    }

    private static void held(KernelAddress address, KernelAddress other, Set<Held> held) {
        boolean broadcasts = !other.has(AddressFlags.SECONDARY) && other.subnet().length() < 31 && lowest(other).toBytes()[0] != 0;
        Set<IpAddress> taken = new HashSet<>();
        other.given.broadcast().ifPresent(taken::add);
        if (broadcasts) {
            taken.addAll(List.of(highest(other), lowest(other)));
        }
        note(held, Held.LOCAL, address.local().equals(other.local()));
        note(held, Held.BROADCAST, address.given.broadcast().filter(taken::contains).isPresent());
        note(held, Held.HIGH, taken.contains(highest(address)));
        note(held, Held.LOW, taken.contains(lowest(address)));
    }

    private static void note(Set<Held> held, Held what, boolean isHeld) {
        if (isHeld) {
            held.add(what);
        }
    }
}
