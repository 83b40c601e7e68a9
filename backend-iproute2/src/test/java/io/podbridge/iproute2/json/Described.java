package io.podbridge.iproute2.json;

import io.podbridge.netlink.model.InterfaceAddress;
import io.podbridge.netlink.model.Link;
import io.podbridge.netlink.model.Neighbour;
import io.podbridge.netlink.model.NextHop;
import io.podbridge.netlink.model.Route;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Everything that the model knows of a thing, on one line, with nothing of what is absent. The expected files beside the recorded
 * output have such lines, written from what the kernel said by netlink at the same moment.
 */
final class Described {
    private final StringBuilder line = new StringBuilder();

    private Described(String first) {
        line.append(first);
    }

    static String of(Link link) {
        Described line = new Described(link.index() + " " + link.name()).say("altNames", link.altNames()).say("kind", link.kind())
                .say("type", link.hardwareType()).say("flags", Integer.toHexString(link.flags().bits()))
                .say("address", "[" + link.hardwareAddress() + "]").say("mtu", link.mtu()).say("maxMtu", link.maxMtu())
                .say("master", link.master()).say("peer", link.peerIndex()).say("peerNamespace", link.peerNamespaceId())
                .say("alias", link.alias()).say("group", link.group()).say("txQueueLength", link.txQueueLength())
                .say("operState", link.operState().number()).say("qdisc", link.qdisc()).say("xdp", link.xdpAttached())
                .say("port", link.bridgePort()).say("snooping", link.multicastSnooping())
                .say("addrGenMode", link.addrGenMode().map(mode -> mode.number())).say("unknown", link.unknownAttributes());
        link.tun().ifPresent(tun -> line.say("tap", tun.tap()).say("owner", tun.owner()).say("ownerGroup", tun.group())
                .say("multiQueue", tun.multiQueue()).say("vnetHeader", tun.vnetHeader()).say("persistent", tun.persistent()));
        return line.toString();
    }

    static String of(InterfaceAddress address) {
        return new Described(address.linkIndex() + " " + address.prefix()).say("peer", address.peer())
                .say("broadcast", address.broadcast()).say("label", address.label()).say("scope", address.scope().number())
                .say("flags", Integer.toHexString(address.flags().bits())).say("valid", address.validLifetime())
                .say("preferred", address.preferredLifetime()).say("metric", address.metric())
                .say("unknown", address.unknownAttributes()).say("protocol", address.protocol()).toString();
    }

    static String of(Route route) {
        return new Described(route.type().number() + " " + route.destination()).say("table", route.table())
                .say("protocol", route.protocol().number()).say("scope", route.scope().number()).say("tos", route.tos())
                .say("from", route.sourcePrefix()).say("src", route.preferredSource()).say("metric", route.metric())
                .say("hops", route.nextHops().stream().map(Described::of).collect(Collectors.joining("; ", "[", "]")))
                .say("nhid", route.nextHopId()).say("metrics", new TreeMap<>(route.metrics()))
                .say("locked", Long.toHexString(route.lockedMetrics())).say("congestion", route.congestionControl())
                .say("preference", route.preference()).say("expires", route.expiresSeconds())
                .say("unknown", route.unknownAttributes()).toString();
    }

    /** That there is an encapsulation, but not which: ip(8) does not tell its bytes. */
    private static String of(NextHop hop) {
        return new Described("").say("dev", hop.linkIndex()).say("via", hop.gateway()).say("weight", hop.weight())
                .say("flags", hop.flags()).say("encap", hop.encap().map(encap -> "yes")).toString().trim();
    }

    static String of(Neighbour neighbour) {
        return new Described(neighbour.linkIndex() + " " + neighbour.address())
                .say("address", neighbour.hardwareAddress().map(address -> "[" + address + "]"))
                .say("state", Integer.toHexString(neighbour.state())).say("flags", Integer.toHexString(neighbour.flags()))
                .say("protocol", neighbour.protocol()).say("unknown", neighbour.unknownAttributes()).toString();
    }

    private Described say(String what, Object value) {
        line.append(' ').append(what).append(' ').append(value);
        return this;
    }

    private Described say(String what, Optional<?> value) {
        return value.isPresent() ? say(what, value.get()) : this;
    }

    private Described say(String what, OptionalInt value) {
        return value.isPresent() ? say(what, value.getAsInt()) : this;
    }

    private Described say(String what, OptionalLong value) {
        return value.isPresent() ? say(what, value.getAsLong()) : this;
    }

    @Override
    public String toString() {
        return line.toString();
    }
}
