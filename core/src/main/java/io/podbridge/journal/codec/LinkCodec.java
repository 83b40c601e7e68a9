package io.podbridge.journal.codec;

import io.podbridge.journal.json.BoolCodec;
import io.podbridge.journal.json.JsonFields;
import io.podbridge.journal.json.JsonObjectCodec;
import io.podbridge.journal.json.JsonObjectWriter;
import io.podbridge.journal.json.ListCodec;
import io.podbridge.journal.json.NumberCodec;
import io.podbridge.journal.json.TextCodec;
import io.podbridge.netlink.model.Link;

final class LinkCodec extends JsonObjectCodec<Link> {
    private static final ListCodec<String> NAMES = new ListCodec<>(TextCodec.STRING);
    private static final BridgePortCodec BRIDGE_PORT = new BridgePortCodec();
    private static final TunDeviceCodec TUN = new TunDeviceCodec();

    @Override
    protected void writeFields(Link link, JsonObjectWriter object) {
        object.put("index", link.index(), Scalars.LINK_INDEX)
                .put("name", link.name(), TextCodec.STRING)
                .put("altNames", link.altNames(), NAMES)
                .putIfPresent("kind", link.kind(), Scalars.LINK_KIND)
                .put("hardwareType", link.hardwareType(), NumberCodec.INT)
                .put("flags", link.flags(), Scalars.LINK_FLAGS)
                .put("hardwareAddress", link.hardwareAddress(), Scalars.HARDWARE_ADDRESS)
                .put("mtu", link.mtu(), NumberCodec.INT)
                .putIfPresent("maxMtu", link.maxMtu())
                .putIfPresent("master", link.master())
                .putIfPresent("peerIndex", link.peerIndex())
                .putIfPresent("peerNamespaceId", link.peerNamespaceId())
                .putIfPresent("alias", link.alias(), TextCodec.STRING)
                .put("group", link.group(), NumberCodec.INT)
                .put("txQueueLength", link.txQueueLength(), NumberCodec.INT)
                .put("operState", link.operState(), Scalars.OPER_STATE)
                .putIfPresent("qdisc", link.qdisc(), TextCodec.STRING)
                .put("xdpAttached", link.xdpAttached(), BoolCodec.BOOL)
                .putIfPresent("bridgePort", link.bridgePort(), BRIDGE_PORT)
                .putIfPresent("tun", link.tun(), TUN)
                .putIfPresent("multicastSnooping", link.multicastSnooping(), BoolCodec.BOOL)
                .putIfPresent("addrGenMode", link.addrGenMode(), Scalars.ADDR_GEN_MODE)
                .putIfPresent("arpIgnore", link.arpIgnore())
                .putIfPresent("ipv6Disabled", link.ipv6Disabled(), BoolCodec.BOOL)
                .put("unknownAttributes", link.unknownAttributes(), RawAttributeCodec.LIST);
    }

    @Override
    protected Link readFields(JsonFields fields) {
        Link.Builder link = Link.builder(fields.get("index", Scalars.LINK_INDEX), fields.get("name", TextCodec.STRING))
                .altNames(fields.get("altNames", NAMES))
                .hardwareType(fields.get("hardwareType", NumberCodec.INT))
                .flags(fields.get("flags", Scalars.LINK_FLAGS))
                .hardwareAddress(fields.get("hardwareAddress", Scalars.HARDWARE_ADDRESS))
                .mtu(fields.get("mtu", NumberCodec.INT))
                .group(fields.get("group", NumberCodec.INT))
                .txQueueLength(fields.get("txQueueLength", NumberCodec.INT))
                .operState(fields.get("operState", Scalars.OPER_STATE))
                .xdpAttached(fields.get("xdpAttached", BoolCodec.BOOL))
                .unknownAttributes(fields.get("unknownAttributes", RawAttributeCodec.LIST));
        readOptional(fields, link);
        return link.build();
    }

    private static void readOptional(JsonFields fields, Link.Builder link) {
        fields.find("kind", Scalars.LINK_KIND).ifPresent(link::kind);
        fields.findInt("maxMtu").ifPresent(link::maxMtu);
        fields.findInt("master").ifPresent(link::master);
        fields.findInt("peerIndex").ifPresent(link::peerIndex);
        fields.findInt("peerNamespaceId").ifPresent(link::peerNamespaceId);
        fields.find("alias", TextCodec.STRING).ifPresent(link::alias);
        fields.find("qdisc", TextCodec.STRING).ifPresent(link::qdisc);
        fields.find("bridgePort", BRIDGE_PORT).ifPresent(link::bridgePort);
        fields.find("tun", TUN).ifPresent(link::tun);
        fields.find("multicastSnooping", BoolCodec.BOOL).ifPresent(link::multicastSnooping);
        fields.find("addrGenMode", Scalars.ADDR_GEN_MODE).ifPresent(link::addrGenMode);
        fields.findInt("arpIgnore").ifPresent(link::arpIgnore);
        fields.find("ipv6Disabled", BoolCodec.BOOL).ifPresent(link::ipv6Disabled);
    }
}
