package io.podbridge.testkit.kernel;

import io.podbridge.netlink.model.AddressFlags;
import io.podbridge.netlink.model.InterfaceAddress;
import io.podbridge.netlink.model.IpAddress;
import io.podbridge.netlink.model.IpFamily;
import io.podbridge.netlink.model.IpPrefix;
import io.podbridge.netlink.model.Scope;
import java.util.List;
import java.util.Optional;

/**
 * IPv6 addresses ({@code net/ipv6/addrconf.c}), and what becomes of them when their link changes. Duplicate address detection has nobody
 * to ask and ends at once on a link that is ready; on one that is not, the address stays tentative until it is.
 */
final class Ipv6 {
    private static final int LEAST_MTU = 1280;
    private static final InterfaceAddress LOOPBACK = InterfaceAddress.builder(1, IpPrefix.parse("::1/128")).scope(Scope.HOST)
            .protocol(1).build();
    /** What a link chooses of an address by itself. */
    private static final int OWN_BITS = 64;
    private static final int KERNEL_LINK_LOCAL = 3;

    private final Netns netns;
    private final Rules rules;
    private final Routes6 routes;
    private final AddressRoutes6 addressRoutes;
    private final Anycasts anycasts;
    private final Groups groups;

    Ipv6(Netns netns) {
        this.netns = netns;
        this.rules = netns.rules();
        this.routes = new Routes6(netns);
        this.addressRoutes = new AddressRoutes6(netns);
        this.anycasts = new Anycasts(addressRoutes);
        this.groups = new Groups(rules);
    }

    Routes6 routes() {
        return routes;
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

    void begin(Device device) {
        if (device.mtu >= LEAST_MTU) {
            Ipv6Device made = new Ipv6Device(netns.sysctls().defaultsOfIpv6());
            made.settings.putAll(SettingDefaults.ofLinkIpv6(device));
            device.ipv6 = Optional.of(made);
        }
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
        KernelRefusal.when(makesOthers(wanted) && wanted.prefix().length() != OWN_BITS, "EINVAL",
                "ipv6: address with \"mngtmpaddr\" flag must have a prefix length of 64");
        KernelRefusal.when(ipv6.isDisabled() && rules.hold(KernelRule.DISABLED_IPV6_TAKES_NO_ADDRESS), "EACCES",
                "ipv6: IPv6 is disabled on this device");
        addressRoutes.addMulticast(device);
        groups.join(ipv6, wanted);
        checkAddress(device, wanted);
        KernelAddress added = new KernelAddress(device, taken(device, wanted), netns.machine().time().now());
        added.live(wanted.validLifetime(), wanted.preferredLifetime(), netns.machine().time().now());
        link(ipv6, added);
        addressRoutes.addPrefix(added);
        probe(added);
    }

    private static void checkAddress(Device device, InterfaceAddress wanted) {
        IpAddress address = wanted.address();
        KernelRefusal.when(address.isUnspecified(), "EADDRNOTAVAIL", "ipv6: Invalid address");
        KernelRefusal.when(address.isMulticast() && !wanted.flags().has(AddressFlags.MCAUTOJOIN), "EADDRNOTAVAIL",
                "ipv6: Cannot assign multicast address without \"IFA_F_MCAUTOJOIN\" flag");
        KernelRefusal.when(address.isLoopback() && !device.isLoopback(), "EADDRNOTAVAIL",
                "ipv6: Cannot assign loopback address on this device");
    }

    private static Scope scope(IpAddress address) {
        if (address.isLoopback()) {
            return Scope.HOST;
        }
        if (address.isMulticast()) {
            int reach = address.toBytes()[1] & 0x0f;
            return reach <= 2 ? Scope.LINK : reach == 5 ? Scope.SITE : Scope.UNIVERSE;
        }
        boolean site = (address.toBytes()[0] & 0xff) == 0xfe && (address.toBytes()[1] & 0xc0) == 0xc0;
        return address.isLinkLocal() ? Scope.LINK : site ? Scope.SITE : Scope.UNIVERSE;
    }

    private InterfaceAddress taken(Device device, InterfaceAddress wanted) {
        int flags = wanted.flags().configured().bits() & ~AddressFlags.OPTIMISTIC;
        boolean probed = (flags & AddressFlags.NODAD) == 0 || !rules.hold(KernelRule.NODAD_ADDRESS_IS_NOT_TENTATIVE);
        InterfaceAddress.Builder taken = InterfaceAddress.builder(device.index, wanted.prefix()).scope(scope(wanted.address()))
                .flags(new AddressFlags(probed ? flags | AddressFlags.TENTATIVE : flags));
        wanted.peer().ifPresent(taken::peer);
        wanted.metric().ifPresent(metric -> {
            if (metric != 0) {
                taken.metric(metric);
            }
        });
        wanted.protocol().ifPresent(taken::protocol);
        return taken.build();
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
    private void probe(KernelAddress address) {
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

    /** Temporary addresses of the same subnet. */
    private static boolean makesOthers(InterfaceAddress wanted) {
        return wanted.flags().has(AddressFlags.MANAGETEMPADDR);
    }

    private void modify(KernelAddress there, InterfaceAddress wanted) {
        KernelRefusal.when(makesOthers(wanted) && there.given.prefix().length() != OWN_BITS, "EINVAL");
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

    private void lose(KernelAddress gone) {
        gone.device.ipv6.ifPresent(ipv6 -> {
            ipv6.addresses.remove(gone);
            ipv6.kept.remove(gone);
        });
        addressRoutes.delete(gone);
        anycasts.leave(gone);
    }

    void up(Device device) {
        if (device.ipv6.isEmpty()) {
            begin(device);
        }
        device.ipv6.filter(ipv6 -> !ipv6.isDisabled()).ifPresent(ipv6 -> {
            restoreRoutes(ipv6);
            if (isReady(device)) {
                configure(device, ipv6);
            }
        });
    }

    /** As {@code addrconf_permanent_addr}: addresses that were given or kept while the link was down have no routes yet. */
    private void restoreRoutes(Ipv6Device ipv6) {
        for (KernelAddress address : ipv6.addresses) {
            if (address.has(AddressFlags.PERMANENT)) {
                addressRoutes.addPrefix(address);
            }
            if (ipv6.kept.remove(address) && !address.has(AddressFlags.TENTATIVE)) {
                use(address);
            }
        }
    }

    /** As {@code addrconf_link_ready}. */
    private static boolean isReady(Device device) {
        return device.up && device.isOperational() && device.queueing;
    }

    void carrierChanged(Device device) {
        if (!isReady(device)) {
            netns.fib6().carrierLost(device);
            netns.neighbours().carrierLost(device, IpFamily.IPV6);
            return;
        }
        device.ipv6.filter(ipv6 -> !ipv6.isDisabled()).ifPresent(ipv6 -> {
            if (ipv6.ready) {
                netns.fib6().revive(device, Hop.LINKDOWN);
            } else {
                configure(device, ipv6);
            }
        });
    }

    /** The link can be used for the first time since it was switched on. */
    private void configure(Device device, Ipv6Device ipv6) {
        ipv6.ready = true;
        if (device.isLoopback()) {
            addKernels(device, ipv6, LOOPBACK);
        } else {
            addressRoutes.addMulticast(device);
            addLinkLocal(device, ipv6);
        }
        List.copyOf(ipv6.addresses).stream().filter(address -> address.has(AddressFlags.TENTATIVE)).forEach(this::probe);
        netns.fib6().revive(device, Hop.DEAD);
        takeMtu(device, ipv6);
    }

    /** Its own MTU, which somebody may have written, is that of the link once more, and so is that of its routes. */
    private void takeMtu(Device device, Ipv6Device ipv6) {
        int before = ipv6.number("mtu");
        if (before != device.mtu && device.mtu >= LEAST_MTU) {
            ipv6.settings.put("mtu", Integer.toString(device.mtu));
            netns.fib6().mtuChanged(device, before);
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

    /** As {@code addrconf_ifdown}. */
    void down(Device device) {
        device.ipv6.ifPresent(
                ipv6 -> down(device, !ipv6.isDisabled() && netns.sysctls().ipv6OfLinkOrAll(ipv6, "keep_addr_on_down")));
    }

    private void down(Device device, boolean keeps) {
        netns.fib6().linkDown(device, false);
        netns.neighbours().flush(device, IpFamily.IPV6);
        device.ipv6.ifPresent(ipv6 -> {
            ipv6.ready = false;
            for (KernelAddress address : List.copyOf(ipv6.addresses)) {
                if (keeps && isKept(address)) {
                    keep(ipv6, address);
                } else if (rules.hold(KernelRule.IPV6_ADDRESSES_ARE_LOST_ON_DOWN)) {
                    lose(address);
                }
            }
        });
    }

    private static boolean isKept(KernelAddress address) {
        return address.has(AddressFlags.PERMANENT) && !address.local().isLinkLocal() && !address.local().isLoopback();
    }

    /** It is probed for anew when the link comes back. */
    private void keep(Ipv6Device ipv6, KernelAddress address) {
        address.set(AddressFlags.TENTATIVE, !address.has(AddressFlags.NODAD));
        anycasts.leave(address);
        ipv6.kept.add(address);
    }

    void end(Device device) {
        down(device, false);
        netns.fib6().linkDown(device, true);
        device.ipv6 = Optional.empty();
    }

    /** IPv6 needs packets of 1280 bytes, and is not there without. */
    void mtuChanged(Device device) {
        if (device.mtu < LEAST_MTU) {
            if (device.isLoopback()) {
                down(device);
            } else if (rules.hold(KernelRule.IPV6_NEEDS_AN_MTU_OF_1280)) {
                end(device);
            }
        } else if (device.ipv6.isEmpty()) {
            begin(device);
            up(device);
        } else {
            takeMtu(device, device.ipv6.orElseThrow());
        }
    }

    /** As {@code addrconf_init_auto_addrs}, when {@code addr_gen_mode} was written as a setting: at once, carrier or not. */
    void makeOwnAddresses(Device device, Ipv6Device ipv6) {
        if (ipv6.isDisabled()) {
            return;
        }
        if (device.isLoopback()) {
            addKernels(device, ipv6, LOOPBACK);
        } else {
            addressRoutes.addMulticast(device);
            addLinkLocal(device, ipv6);
        }
    }

    /** As {@code dev_forward_change}. */
    void forwardingChanged(Ipv6Device ipv6) {
        ipv6.addresses.stream().filter(address -> !address.has(AddressFlags.TENTATIVE)).forEach(anycasts::forwardingChanged);
    }

    /** {@code disable_ipv6} was written. */
    void disabledChanged(Device device, Ipv6Device ipv6) {
        if (!ipv6.isDisabled()) {
            up(device);
        } else if (rules.hold(KernelRule.DISABLING_IPV6_TAKES_ITS_ADDRESSES)) {
            down(device);
        }
    }

    void expire() {
        for (Device device : netns.links().all()) {
            List<KernelAddress> all = device.ipv6.map(ipv6 -> List.copyOf(ipv6.addresses)).orElse(List.of());
            all.stream().filter(address -> Lifetimes.isOver(address, netns.machine().time())).forEach(this::remove);
            all.forEach(address -> Lifetimes.deprecate(address, netns.machine().time()));
        }
    }
}
