package io.podbridge.testkit.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.podbridge.netlink.model.AddressFlags;
import io.podbridge.netlink.model.InterfaceAddress;
import io.podbridge.netlink.model.IpFamily;
import io.podbridge.netlink.model.IpPrefix;
import io.podbridge.netlink.model.Scope;

/** IPv4 addresses ({@code net/ipv4/devinet.c}), and what becomes of them when their link changes. */
final class Ipv4 {
    private static final int IPV6_ONLY = AddressFlags.NODAD | AddressFlags.OPTIMISTIC | AddressFlags.DADFAILED
            | AddressFlags.HOMEADDRESS | AddressFlags.TENTATIVE | AddressFlags.MANAGETEMPADDR | 0x800;
    private static final InterfaceAddress LOOPBACK = InterfaceAddress.builder(1, IpPrefix.parse("127.0.0.1/8")).scope(Scope.HOST)
            .flags(new AddressFlags(AddressFlags.PERMANENT)).build();
    private static final int LONGEST_LABEL = 15;

    private final Netns netns;
    private final Rules rules;
    private final AddressRoutes4 routes;

    Ipv4(Netns netns) {
        this.netns = netns;
        this.rules = netns.rules();
        this.routes = new AddressRoutes4(netns);
    }

    List<InterfaceAddress> report() {
        return netns.links().all().stream().flatMap(device -> device.ipv4Addresses.stream())
                .map(address -> address.report(netns.machine().time())).toList();
    }

    /** As {@code inet_rtm_newaddr}. */
    void add(Device device, InterfaceAddress wanted, boolean replace) {
        Lifetimes.check(wanted, "ipv4: address lifetime invalid");
        KernelAddress added = new KernelAddress(device, taken(device, wanted), netns.machine().time().now());
        Optional<KernelAddress> there = places(device).stream()
                .filter(other -> other.local().equals(added.local()) && other.sharesSubnet(added)).findFirst();
        if (there.isEmpty()) {
            added.live(wanted.validLifetime(), wanted.preferredLifetime(), netns.machine().time().now());
            insert(added);
            return;
        }
        KernelRefusal.when(!replace && rules.hold(KernelRule.SAME_IPV4_ADDRESS_EXISTS), "EEXIST", "ipv4: Address already assigned");
        modify(there.get(), wanted);
    }

    /** Where the same address would be in the way: on its own link. */
    private List<KernelAddress> places(Device device) {
        return rules.hold(KernelRule.ADDRESS_MAY_BE_ON_TWO_LINKS)
                ? device.ipv4Addresses
                : netns.links().all().stream().flatMap(link -> link.ipv4Addresses.stream()).toList();
    }

    private InterfaceAddress taken(Device device, InterfaceAddress wanted) {
        String label = rules.hold(KernelRule.LABEL_IS_KEPT) ? wanted.label().orElse(device.name) : device.name;
        InterfaceAddress.Builder taken = InterfaceAddress.builder(device.index, wanted.prefix()).label(label)
                .flags(new AddressFlags(wanted.flags().configured().bits() & ~IPV6_ONLY));
        taken.scope(rules.hold(KernelRule.SCOPE_OF_AN_ADDRESS_IS_KEPT) ? wanted.scope() : Scope.UNIVERSE);
        wanted.peer().filter(peer -> rules.hold(KernelRule.PEER_OF_AN_ADDRESS_IS_KEPT)).ifPresent(taken::peer);
        wanted.broadcast().filter(broadcast -> rules.hold(KernelRule.BROADCAST_OF_AN_ADDRESS_IS_KEPT)).ifPresent(taken::broadcast);
        wanted.metric().ifPresent(metric -> {
            if (metric != 0) {
                taken.metric(metric);
            }
        });
        wanted.protocol().ifPresent(taken::protocol);
        return taken.build();
    }

    private void modify(KernelAddress there, InterfaceAddress wanted) {
        long old = there.given.metric().orElse(0);
        if (old != wanted.metric().orElse(0)) {
            there.given = withMetric(there.given, wanted.metric().orElse(0));
            routes.metricChanged(there, old);
        }
        if (rules.hold(KernelRule.REPLACING_CHANGES_THE_LIFETIMES)) {
            there.live(wanted.validLifetime(), wanted.preferredLifetime(), netns.machine().time().now());
        }
    }

    private static InterfaceAddress withMetric(InterfaceAddress address, long metric) {
        InterfaceAddress.Builder changed = InterfaceAddress.builder(address.linkIndex(), address.prefix()).scope(address.scope())
                .flags(address.flags()).validLifetime(address.validLifetime()).preferredLifetime(address.preferredLifetime());
        address.peer().ifPresent(changed::peer);
        address.broadcast().ifPresent(changed::broadcast);
        address.label().ifPresent(changed::label);
        address.protocol().ifPresent(changed::protocol);
        return metric == 0 ? changed.build() : changed.metric(metric).build();
    }

    /** As {@code __inet_insert_ifa}: primaries stand before secondaries, of primaries the wider scope first. */
    private void insert(KernelAddress added) {
        if (added.local().isUnspecified()) {
            return;
        }
        List<KernelAddress> all = added.device.ipv4Addresses;
        int afterPrimaries = 0;
        for (int i = 0; i < all.size(); i++) {
            KernelAddress other = all.get(i);
            if (!other.has(AddressFlags.SECONDARY) && added.given.scope().number() <= other.given.scope().number()) {
                afterPrimaries = i + 1;
            }
            if (other.sharesSubnet(added)) {
                KernelRefusal.when(!other.given.scope().equals(added.given.scope()), "EINVAL", "ipv4: Invalid scope value");
                added.set(AddressFlags.SECONDARY, rules.hold(KernelRule.SECOND_ADDRESS_OF_A_SUBNET_IS_SECONDARY));
            }
        }
        all.add(added.has(AddressFlags.SECONDARY) ? all.size() : afterPrimaries, added);
        added(added);
    }

    private void added(KernelAddress address) {
        routes.add(address);
        netns.fib4().revive(address.device, Hop.DEAD);
    }

    /** As {@code inet_rtm_deladdr}: found by local address and prefix, and peer; the label was not sent. */
    void delete(Device device, InterfaceAddress wanted) {
        KernelAddress like = new KernelAddress(device, wanted, netns.machine().time().now());
        Optional<KernelAddress> found = device.ipv4Addresses.stream().filter(address -> address.local().equals(like.local()))
                .filter(address -> address.sharesSubnet(like) || !rules.hold(KernelRule.ADDRESS_IS_FOUND_BY_ITS_PREFIX)).findFirst();
        KernelRefusal.when(found.isEmpty() && rules.hold(KernelRule.MISSING_IPV4_ADDRESS_IS_NOT_AVAILABLE), "EADDRNOTAVAIL",
                "ipv4: Address not found");
        found.ifPresent(this::remove);
    }

    /** As {@code __inet_del_ifa}. */
    private void remove(KernelAddress gone) {
        List<KernelAddress> secondaries = gone.has(AddressFlags.SECONDARY) ? List.of() : secondariesOf(gone);
        if (!secondaries.isEmpty() && promotes(gone.device)) {
            promote(gone, secondaries);
            return;
        }
        if (rules.hold(KernelRule.SECONDARIES_GO_WITH_THE_PRIMARY)) {
            secondaries.forEach(this::unlink);
        }
        unlink(gone);
    }

    private List<KernelAddress> secondariesOf(KernelAddress primary) {
        return primary.device.ipv4Addresses.stream()
                .filter(other -> other != primary && other.has(AddressFlags.SECONDARY) && other.sharesSubnet(primary)).toList();
    }

    private boolean promotes(Device device) {
        return rules.hold(KernelRule.SECONDARIES_ARE_PROMOTED_WHERE_TOLD_TO)
                && netns.sysctls().ipv4OfLinkOrAll(device, "promote_secondaries");
    }

    private void promote(KernelAddress gone, List<KernelAddress> secondaries) {
        secondaries.forEach(secondary -> routes.delete(secondary, Optional.of(gone)));
        unlink(gone);
        KernelAddress promoted = secondaries.get(0);
        List<KernelAddress> all = promoted.device.ipv4Addresses;
        all.remove(promoted);
        promoted.set(AddressFlags.SECONDARY, false);
        int at = 0;
        while (at < all.size() && !all.get(at).has(AddressFlags.SECONDARY)) {
            at++;
        }
        all.add(at, promoted);
        added(promoted);
        secondaries.subList(1, secondaries.size()).forEach(routes::add);
    }

    private void unlink(KernelAddress gone) {
        gone.device.ipv4Addresses.remove(gone);
        routes.delete(gone, Optional.empty());
        if (gone.device.ipv4Addresses.isEmpty()) {
            netns.fib4().linkDown(gone.device, rules.hold(KernelRule.LAST_IPV4_ADDRESS_TAKES_ALL_ROUTES_OF_ITS_LINK), false);
            netns.neighbours().flush(gone.device, gone.given.family());
        }
    }

    void up(Device device) {
        boolean there = device.ipv4Addresses.stream().anyMatch(own -> own.given.prefix().equals(LOOPBACK.prefix()));
        if (device.isLoopback() && !there) {
            insert(new KernelAddress(device, LOOPBACK.toBuilder().label(device.name).build(), netns.machine().time().now()));
        }
        if (rules.hold(KernelRule.CONNECTED_ROUTES_COME_BACK_ON_UP)) {
            device.ipv4Addresses.forEach(routes::add);
        }
        netns.fib4().revive(device, Hop.DEAD);
    }

    void down(Device device) {
        netns.fib4().linkDown(device, false, false);
        if (!rules.hold(KernelRule.IPV4_ADDRESSES_STAY_ON_DOWN)) {
            List.copyOf(device.ipv4Addresses).forEach(this::unlink);
        }
        netns.neighbours().flush(device, IpFamily.IPV4);
    }

    void carrierChanged(Device device) {
        if (device.carrier || device.isOperational()) {
            netns.fib4().revive(device, Hop.LINKDOWN);
        } else {
            netns.fib4().carrierLost(device);
            netns.neighbours().carrierLost(device, IpFamily.IPV4);
        }
    }

    /** As {@code inetdev_changename}: the first takes the name alone, the others keep what stood behind the colon, or get a number. */
    void renamed(Device device) {
        int number = 0;
        for (KernelAddress address : new ArrayList<>(device.ipv4Addresses)) {
            number++;
            if (rules.hold(KernelRule.LABEL_FOLLOWS_THE_NAME)) {
                String label = number == 1 ? device.name : label(device.name, address.given.label().orElse(""), number);
                address.given = address.given.toBuilder().label(label).build();
            }
        }
    }

    private static String label(String name, String old, int number) {
        int colon = old.indexOf(':');
        String suffix = colon < 0 ? ":" + number : old.substring(colon);
        return name.substring(0, Math.min(name.length(), LONGEST_LABEL - suffix.length())) + suffix;
    }

    void end(Device device) {
        List.copyOf(device.ipv4Addresses).forEach(this::unlink);
        boolean all = rules.hold(KernelRule.ROUTES_GO_WITH_THEIR_LINK);
        netns.fib4().linkDown(device, all, all);
    }

    void expire() {
        for (Device device : netns.links().all()) {
            List.copyOf(device.ipv4Addresses).stream().filter(address -> Lifetimes.isOver(address, netns.machine().time()))
                    .forEach(this::remove);
            device.ipv4Addresses.forEach(address -> Lifetimes.deprecate(address, netns.machine().time()));
        }
    }
}
