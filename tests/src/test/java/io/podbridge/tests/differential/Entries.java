package io.podbridge.tests.differential;

import io.podbridge.netlink.model.InterfaceAddress;
import io.podbridge.netlink.model.Link;
import io.podbridge.netlink.model.Neighbour;
import io.podbridge.netlink.model.NextHop;
import io.podbridge.netlink.model.Route;
import io.podbridge.netlink.model.RouteProtocol;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The objects of one sight as entries. Attributes that the model does not know are left out: the fake's kernel has none. */
final class Entries {
    private final Map<Integer, String> names;

    Entries(Sight sight) {
        names = sight.links().stream()
                .collect(Collectors.toMap(Link::index, Link::name, (first, second) -> first + "|" + second));
    }

    String name(int index) {
        return names.getOrDefault(index, "if" + index);
    }

    private String name(OptionalInt index) {
        return index.isPresent() ? name(index.getAsInt()) : "-";
    }

    Entry link(Link link) {
        boolean away = link.peerNamespaceId().isPresent();
        return Entry.of("link " + link.name()).with("index", link.index()).with("altnames", link.altNames())
                .with("kind", link.kind()).with("type", link.hardwareType()).with("flags", link.flags())
                .with("address", Normalisation.mac(link.hardwareAddress())).with("mtu", link.mtu()).with("max mtu", link.maxMtu())
                .with("master", name(link.master())).with("peer", away ? link.peerIndex() : name(link.peerIndex()))
                .with("peer in", Normalisation.namespaceId(away)).with("alias", link.alias()).with("group", link.group())
                .with("qlen", link.txQueueLength()).with("state", link.operState())
                .with("qdisc", Normalisation.qdisc(link.qdisc()))
                .with("xdp", link.xdpAttached()).with("port", link.bridgePort()).with("tun", link.tun())
                .with("snooping", link.multicastSnooping()).with("addrgenmode", link.addrGenMode())
                .with("arp_ignore", link.arpIgnore()).with("ipv6 disabled", link.ipv6Disabled());
    }

    String key(InterfaceAddress address) {
        String peer = address.peer().map(far -> " peer " + Normalisation.address(far)).orElse("");
        return Normalisation.prefix(address.prefix()) + peer;
    }

    Entry address(InterfaceAddress address) {
        return Entry.of("address " + name(address.linkIndex()) + " " + key(address)).with("broadcast", address.broadcast())
                .with("label", address.label()).with("scope", address.scope())
                .with("flags", "0x" + Integer.toHexString(address.flags().bits()))
                .with("valid", Normalisation.lifetime(address.validLifetime()))
                .with("preferred", Normalisation.lifetime(address.preferredLifetime())).with("metric", address.metric())
                .with("made by", address.protocol());
    }

    /** The kernel makes its own routes when carriers come, in no certain order, so the link tells them apart. */
    private String key(Route route) {
        String destination = Normalisation.prefix(route.destination());
        return "route " + route.table() + " " + destination
                + (route.protocol().equals(RouteProtocol.KERNEL)
                        ? " dev " + route.nextHops().stream().map(hop -> name(hop.linkIndex())).toList()
                        : "");
    }

    Entry route(Route route) {
        return Entry.of(key(route)).with("type", route.type()).with("protocol", route.protocol()).with("scope", route.scope())
                .with("tos", route.tos()).with("from", route.sourcePrefix())
                .with("src", route.preferredSource().map(Normalisation::address)).with("metric", route.metric())
                .with("hops", route.nextHops().stream().map(this::hop).toList()).with("nhid", route.nextHopId())
                .with("metrics", new TreeMap<>(route.metrics())).with("locked", route.lockedMetrics())
                .with("congctl", route.congestionControl()).with("pref", route.preference())
                .with("expires", Normalisation.expiry(route.expiresSeconds()));
    }

    private String hop(NextHop hop) {
        return "via " + hop.gateway().map(Normalisation::address).orElse("-") + " dev " + name(hop.linkIndex()) + " weight "
                + hop.weight() + " flags 0x" + Integer.toHexString(hop.flags());
    }

    Entry neighbour(Neighbour neighbour) {
        return Entry.of("neighbour " + name(neighbour.linkIndex()) + " " + Normalisation.address(neighbour.address())
                + (neighbour.isProxy() ? " proxy" : "")).with("lladdr", neighbour.hardwareAddress().map(Normalisation::mac))
                .with("state", "0x" + Integer.toHexString(neighbour.state()))
                .with("flags", "0x" + Integer.toHexString(neighbour.flags())).with("protocol", neighbour.protocol());
    }
}
