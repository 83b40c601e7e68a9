package io.podbridge.testkit.assertions;

import io.podbridge.binding.BridgeBinding;
import io.podbridge.netlink.model.AddrGenMode;
import io.podbridge.netlink.model.BridgePort;
import io.podbridge.netlink.model.InterfaceAddress;
import io.podbridge.netlink.model.IpPrefix;
import io.podbridge.netlink.model.Link;
import io.podbridge.netlink.model.LinkKind;
import io.podbridge.netlink.model.Route;
import io.podbridge.netlink.state.NamespaceState;
import io.podbridge.netlink.state.RouteText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/** What does not hold of the end state of a bridge binding, as it can be seen from outside. */
final class BoundState {
    private static final int ONLY_FOR_OWN_ADDRESSES = 1;

    private final NamespaceState state;
    private final BridgeBinding binding;
    private final List<String> broken = new ArrayList<>();

    private BoundState(NamespaceState state, BridgeBinding binding) {
        this.state = state;
        this.binding = binding;
    }

    static List<String> check(NamespaceState state, BridgeBinding binding) {
        BoundState bound = new BoundState(state, binding);
        Optional<Link> bridge = bound.find(binding.names().bridge());
        Optional<Link> nic = bound.find(binding.names().nic());
        Optional<Link> tap = bound.find(binding.names().tap());
        Optional<Link> placeholder = bound.find(binding.interfaceName());
        bridge.ifPresent(found -> bound.bridge(found, placeholder));
        nic.ifPresent(found -> bound.nic(found, bridge, placeholder));
        tap.ifPresent(found -> bound.tap(found, nic));
        placeholder.ifPresent(found -> bound.placeholder(found, nic));
        return bound.broken;
    }

    private Optional<Link> find(String name) {
        Optional<Link> link = state.link(name);
        if (link.isEmpty()) {
            broken.add("there is no link \"" + name + "\"");
        }
        return link;
    }

    private void bridge(Link bridge, Optional<Link> placeholder) {
        expect("kind", bridge, LinkKind.BRIDGE, bridge.kind());
        expect("state", bridge, Words.upOrDown(true), Words.upOrDown(bridge.isUp()));
        expect("IPv6", bridge, Words.onOrOff(false), ipv6(bridge));
        // A pod whose NIC has no address of its own gets a bridge without one.
        if (placeholder.isPresent()
                && state.addressesOf(placeholder.get()).stream().anyMatch(InterfaceAddress::isGlobalUnicast)) {
            List<IpPrefix> addresses = prefixes(bridge);
            if (addresses.size() != 1 || !fakeAddresses().contains(addresses.get(0))) {
                expect("addresses", bridge,
                        binding.fakeAddressIndex().isPresent() ? fakeAddresses() : "one of 169.254.75.1<n>/32",
                        addresses);
            }
            expect("arp_ignore", bridge, ONLY_FOR_OWN_ADDRESSES, Words.optional(bridge.arpIgnore()));
        }
    }

    /** A NIC that works with no other MAC address than its own, as a macvlan, keeps it; a veth never does. */
    private void nic(Link nic, Optional<Link> bridge, Optional<Link> placeholder) {
        port(nic);
        expect("learning", nic, Words.onOrOff(false), nic.bridgePort().map(BridgePort::learning).map(Words::onOrOff));
        boolean keepsMac = !nic.isKind(LinkKind.VETH) && placeholder.map(Link::mac).equals(Optional.of(nic.mac()));
        bridge.filter(found -> !keepsMac).ifPresent(found -> expect("MAC address", nic, found.mac(), nic.mac()));
    }

    private void tap(Link tap, Optional<Link> nic) {
        port(tap);
        expect("type", tap, "tap", tap.tun().map(tun -> tun.tap() ? "tap" : "tun"));
        nic.ifPresent(found -> expect("MTU", tap, found.mtu(), tap.mtu()));
        binding.tap().owner().ifPresent(
                owner -> expect("owner", tap, owner, tap.tun().flatMap(tun -> Words.optional(tun.owner()))));
        binding.tap().group().ifPresent(
                group -> expect("group", tap, group, tap.tun().flatMap(tun -> Words.optional(tun.group()))));
    }

    private void placeholder(Link placeholder, Optional<Link> nic) {
        expect("state", placeholder, Words.upOrDown(false), Words.upOrDown(placeholder.isUp()));
        expect("master", placeholder, Words.NONE, master(placeholder));
        nic.ifPresent(found -> expect("MTU", placeholder, found.mtu(), placeholder.mtu()));
        noRoute(placeholder);
    }

    private void port(Link link) {
        expect("master", link, binding.names().bridge(), master(link));
        expect("state", link, Words.upOrDown(true), Words.upOrDown(link.isUp()));
        expect("IPv6", link, Words.onOrOff(false), ipv6(link));
        expect("addresses", link, List.of(), prefixes(link));
        noRoute(link);
    }

    private void noRoute(Link link) {
        expect("routes", link, List.of(), state.routes().stream()
                .filter(route -> route.table() == Route.MAIN_TABLE && route.leavesThrough(link.index()))
                .map(route -> RouteText.of(route, state.linkNames())).toList());
    }

    private void expect(String what, Link link, Object wanted, Object found) {
        String want = Words.value(wanted);
        String have = Words.value(found);
        if (!want.equals(have)) {
            broken.add("the " + what + " of \"" + link.name() + "\" should be " + want + ", found " + have);
        }
    }

    private Optional<String> master(Link link) {
        return Words.optional(link.master()).map(index -> state.linkNames().getOrDefault(index, "if" + index));
    }

    private List<IpPrefix> prefixes(Link link) {
        return state.addressesOf(link).stream().map(InterfaceAddress::prefix).toList();
    }

    private List<IpPrefix> fakeAddresses() {
        OptionalInt chosen = binding.fakeAddressIndex();
        if (chosen.isPresent()) {
            return List.of(BridgeBinding.fakeAddress(chosen.getAsInt()));
        }
        return IntStream.range(0, 100).mapToObj(BridgeBinding::fakeAddress).toList();
    }

    /** Where {@code /proc/sys} cannot be written a link makes no address of its own, which is the most that can be done there. */
    private static String ipv6(Link link) {
        boolean silent = link.addrGenMode().filter(AddrGenMode.NONE::equals).isPresent();
        return Words.onOrOff(!silent && !link.ipv6Disabled().orElse(true));
    }
}
