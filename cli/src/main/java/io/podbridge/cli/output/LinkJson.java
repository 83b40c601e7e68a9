package io.podbridge.cli.output;

import io.podbridge.netlink.model.Link;
import io.podbridge.netlink.model.TunDevice;
import java.util.Map;
import java.util.Optional;

/** A link for programs. */
final class LinkJson {

    private LinkJson() {}

    static void write(Json json, Link link, Map<Integer, String> names) {
        json.field("index", link.index()).field("name", link.name());
        if (!link.altNames().isEmpty()) {
            json.texts("altNames", link.altNames());
        }
        json.optional("kind", link.kind()).texts("flags", link.flags().names()).field("up", link.isUp())
                .field("state", link.operState()).field("mtu", link.mtu());
        json.optional("mac", Optional.of(link.hardwareAddress().toString()).filter(mac -> !mac.isEmpty()));
        link.master().ifPresent(
                master -> json.field("master", names.getOrDefault(master, "if" + master)).field("masterIndex", master));
        json.optional("peerIndex", link.peerIndex()).optional("peerNamespaceId", link.peerNamespaceId())
                .optional("alias", link.alias()).field("group", link.group()).optional("qdisc", link.qdisc());
        link.bridgePort().ifPresent(port -> json.object("bridgePort",
                object -> object.field("state", port.state()).field("learning", port.learning())));
        link.tun().ifPresent(tun -> json.object("tun", object -> write(object, tun)));
        json.optionalFlag("multicastSnooping", link.multicastSnooping()).optional("arpIgnore", link.arpIgnore())
                .optional("addrGenMode", link.addrGenMode()).optionalFlag("ipv6Disabled", link.ipv6Disabled());
    }

    private static void write(Json json, TunDevice tun) {
        json.field("type", tun.tap() ? "tap" : "tun").optional("owner", tun.owner()).optional("group", tun.group())
                .field("multiQueue", tun.multiQueue()).field("vnetHeader", tun.vnetHeader())
                .field("persistent", tun.persistent());
    }
}
