package io.podbridge.testkit.kernel;

import io.podbridge.netlink.model.AddressFlags;
import io.podbridge.netlink.model.InterfaceAddress;
import io.podbridge.netlink.model.IpAddress;
import io.podbridge.netlink.model.IpPrefix;
import io.podbridge.netlink.model.Scope;
import java.util.List;
import java.util.Optional;

/**
 * The IPv6 addresses of links. Duplicate address detection has nobody to ask and ends at once on a link that is ready; on one that is not,
 * the address stays tentative until it is.
 */
final class Ipv6Addresses {
    private static final InterfaceAddress LOOPBACK = InterfaceAddress.builder(1, IpPrefix.parse("::1/128")).scope(Scope.HOST)
            .protocol(1).build();
    private static final int KERNEL_LINK_LOCAL = 3;

    private final Netns netns;
    private final Rules rules;
    private final AddressRoutes6 addressRoutes;
    private final Anycasts anycasts;
    private final Groups groups;

    Ipv6Addresses(Netns netns) {
        this.netns = netns;
        this.rules = netns.rules();
        this.addressRoutes = new AddressRoutes6(netns);
        this.anycasts = new Anycasts(addressRoutes);
        this.groups = new Groups(rules);
    }

    List<InterfaceAddress> report() {
        return netns.links().all().stream().flatMap(device -> device.ipv6.stream()).flatMap(ipv6 -> ipv6.addresses.stream())
                .map(address -> address.report(netns.machine().time())).toList();
    }

    boolean isLocal(IpAddress address) {
        return netns.links().all().stream().flatMap(device -> device.ipv6.stream()).flatMap(ipv6 -> ipv6.addresses.stream())
                .anyMatch(own -> own.local().equals(address));
    }

    /** As {@code ipv6_chk_addr}: held by any link, one of the link itself if it reaches no further, and not tentative. */
    boolean isUsableSource(IpAddress address, Optional<Device> device) {
        return netns.links().all().stream()
                .filter(link -> !address.isLinkLocal() || device.isEmpty() || device.get() == link)
                .flatMap(link -> link.ipv6.stream()).flatMap(ipv6 -> ipv6.addresses.stream())
                .anyMatch(own -> own.local().equals(address)
                        && (!own.has(AddressFlags.TENTATIVE) || !rules.hold(KernelRule.TENTATIVE_ADDRESS_IS_NO_SOURCE)));
    }

    /** As {@code inet6_rtm_newaddr}. */
    void add(Device device, InterfaceAddress wanted, boolean replace) {
        Lifetimes.check(wanted, "ipv6: address lifetime invalid");
        Ipv6Device ipv6 = device.ipv6.orElseThrow(() -> KernelRefusal.of("EINVAL"));
        Optional<KernelAddress> there = ipv6.addresses.stream().filter(own -> own.local().equals(wanted.address())).findFirst();
        if (there.isEmpty()) {
            addNew(device, ipv6, wanted);
            return;
        }
        KernelRefusal.when(!replace && rules.hold(KernelRule.SAME_IPV6_ADDRESS_EXISTS), "EEXIST",
                "ipv6: address already assigned");
        modify(there.get(), wanted);
    }

    private void addNew(Device device, Ipv6Device ipv6, InterfaceAddress wanted) {
        KernelRefusal.when(WantedIpv6Address.leavesNoRoom(wanted, wanted.prefix()), "EINVAL",
                "ipv6: address with \"mngtmpaddr\" flag must have a prefix length of 64");
        KernelRefusal.when(ipv6.isDisabled() && rules.hold(KernelRule.DISABLED_IPV6_TAKES_NO_ADDRESS), "EACCES",
                "ipv6: IPv6 is disabled on this device");
        addressRoutes.addMulticast(device);
        groups.join(ipv6, wanted);
        WantedIpv6Address address = new WantedIpv6Address(device, wanted);
        address.check();
        KernelAddress added = new KernelAddress(device, address.taken(rules), netns.machine().time().now());
        added.live(wanted.validLifetime(), wanted.preferredLifetime(), netns.machine().time().now());
        link(ipv6, added);
        addressRoutes.addPrefix(added);
        probe(added);
    }

    /** As {@code ipv6_link_dev_addr}: the wider scope first, of one scope the newest. */
    private void link(Ipv6Device ipv6, KernelAddress added) {
        int at = 0;
        while (at < ipv6.addresses.size() && !standsBefore(added, ipv6.addresses.get(at))) {
            at++;
        }
        ipv6.addresses.add(at, added);
    }

    private boolean standsBefore(KernelAddress added, KernelAddress other) {
        int scope = rank(added);
        int otherScope = rank(other);
        return rules.hold(KernelRule.NEWEST_IPV6_ADDRESS_COMES_FIRST) ? scope <= otherScope : scope < otherScope;
    }

    /** As {@code ipv6_addr_src_scope}, to which the loopback's address is one of its link. */
    private static int rank(KernelAddress address) {
        return Math.min(address.given.scope().number(), Scope.LINK.number());
    }

    /** As {@code addrconf_dad_begin}, with nobody there who could object. */
    void probe(KernelAddress address) {
        Ipv6Device ipv6 = address.device.ipv6.orElseThrow();
        boolean probes = !address.device.resolvesNothing() && address.has(AddressFlags.TENTATIVE) && netns.sysctls().probes(ipv6);
        if (!probes || ipv6.ready) {
            address.set(AddressFlags.TENTATIVE, address.has(AddressFlags.NODAD) && address.has(AddressFlags.TENTATIVE));
            use(address);
        } else if (!address.has(AddressFlags.PERMANENT)) {
            remove(address);
        }
    }

    private void use(KernelAddress address) {
        addressRoutes.addLocal(address);
        anycasts.join(address);
    }

    private void modify(KernelAddress there, InterfaceAddress wanted) {
        KernelRefusal.when(WantedIpv6Address.leavesNoRoom(wanted, there.given.prefix()), "EINVAL");
        int changeable = AddressFlags.CONFIGURED & ~AddressFlags.OPTIMISTIC;
        int kept = there.given.flags().bits() & ~changeable;
        boolean hadRoute = there.has(AddressFlags.PERMANENT) && !there.has(AddressFlags.NOPREFIXROUTE);
        InterfaceAddress.Builder changed = there.given.toBuilder()
                .flags(new AddressFlags(kept | (wanted.flags().bits() & changeable)));
        wanted.metric().ifPresent(metric -> {
            if (metric != 0) {
                changed.metric(metric);
            }
        });
        wanted.peer().ifPresent(changed::peer);
        wanted.protocol().ifPresent(changed::protocol);
        there.given = changed.build();
        if (rules.hold(KernelRule.REPLACING_CHANGES_THE_LIFETIMES_OF_IPV6)) {
            there.live(wanted.validLifetime(), wanted.preferredLifetime(), netns.machine().time().now());
        }
        addressRoutes.modified(there, hadRoute);
    }

    /** As {@code inet6_addr_del}. */
    void delete(Device device, InterfaceAddress wanted) {
        KernelRefusal.when(device.ipv6.isEmpty(), "ENXIO", "ipv6: IPv6 is disabled on this device");
        Optional<KernelAddress> found = device.ipv6.orElseThrow().addresses.stream()
                .filter(address -> address.given.prefix().equals(wanted.prefix())).findFirst();
        KernelRefusal.when(found.isEmpty() && rules.hold(KernelRule.MISSING_IPV6_ADDRESS_IS_NOT_AVAILABLE), "EADDRNOTAVAIL",
                "ipv6: address not found");
        found.ifPresent(gone -> {
            remove(gone);
            groups.leave(gone);
        });
    }

    /** As {@code ipv6_del_addr}; what goes with its link stays the source of other links' routes. */
    private void remove(KernelAddress gone) {
        lose(gone);
        netns.fib6().sourceGone(gone.local());
    }

    void lose(KernelAddress gone) {
        gone.device.ipv6.ifPresent(ipv6 -> {
            ipv6.addresses.remove(gone);
            ipv6.kept.remove(gone);
        });
        addressRoutes.delete(gone);
        anycasts.leave(gone);
    }

    /** As {@code addrconf_permanent_addr}: addresses that were given or kept while the link was down have no routes yet. */
    void restoreRoutes(Ipv6Device ipv6) {
        for (KernelAddress address : ipv6.addresses) {
            if (address.has(AddressFlags.PERMANENT)) {
                addressRoutes.addPrefix(address);
            }
            if (ipv6.kept.remove(address) && !address.has(AddressFlags.TENTATIVE)) {
                use(address);
            }
        }
    }

    /** Those that a link has by itself. */
    void addOwn(Device device, Ipv6Device ipv6) {
        if (device.isLoopback()) {
            addKernels(device, ipv6, LOOPBACK);
        } else {
            addressRoutes.addMulticast(device);
            addLinkLocal(device, ipv6);
        }
    }

    private void addLinkLocal(Device device, Ipv6Device ipv6) {
        boolean makes = ipv6.addrGenMode().number() != 1 || !rules.hold(KernelRule.ADDRGENMODE_NONE_MAKES_NO_LINK_LOCAL);
        Optional<IpAddress> address = makes && rules.hold(KernelRule.LINK_LOCAL_COMES_WITH_THE_CARRIER)
                ? LinkLocal.of(device, ipv6.addrGenMode(), netns.machine().random())
                : Optional.empty();
        address.ifPresent(made -> addKernels(device, ipv6, InterfaceAddress.builder(device.index, new IpPrefix(made, 64))
                .scope(Scope.LINK).protocol(KERNEL_LINK_LOCAL).flags(new AddressFlags(AddressFlags.TENTATIVE)).build()));
    }

    private void addKernels(Device device, Ipv6Device ipv6, InterfaceAddress given) {
        if (ipv6.addresses.stream().anyMatch(own -> own.local().equals(given.address()))) {
            return;
        }
        KernelAddress made = new KernelAddress(device, given, netns.machine().time().now());
        made.set(AddressFlags.PERMANENT, true);
        link(ipv6, made);
        if (!device.isLoopback()) {
            addressRoutes.addPrefix(made);
        }
        probe(made);
    }

    static boolean isKept(KernelAddress address) {
        return address.has(AddressFlags.PERMANENT) && !address.local().isLinkLocal() && !address.local().isLoopback();
    }

    /** It is probed for anew when the link comes back. */
    void keep(Ipv6Device ipv6, KernelAddress address) {
        address.set(AddressFlags.TENTATIVE, !address.has(AddressFlags.NODAD));
        anycasts.leave(address);
        ipv6.kept.add(address);
    }

    /** As {@code dev_forward_change}. */
    void forwardingChanged(Ipv6Device ipv6) {
        ipv6.addresses.stream().filter(address -> !address.has(AddressFlags.TENTATIVE)).forEach(anycasts::forwardingChanged);
    }

    void expire() {
        for (Device device : netns.links().all()) {
            List<KernelAddress> all = device.ipv6.map(ipv6 -> List.copyOf(ipv6.addresses)).orElse(List.of());
            all.stream().filter(address -> Lifetimes.isOver(address, netns.machine().time())).forEach(this::remove);
            all.forEach(address -> Lifetimes.deprecate(address, netns.machine().time()));
        }
    }
}
