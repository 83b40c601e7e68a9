package io.podbridge.iproute2.json;

import io.podbridge.netlink.model.AddrGenMode;
import io.podbridge.netlink.model.HardwareAddress;
import io.podbridge.netlink.model.Link;
import io.podbridge.netlink.model.OperState;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Links, from {@code ip -d -j -N link show}. That tells nothing of {@code arp_ignore} and {@code disable_ipv6}, nor of attributes
 * that ip(8) does not know: those are absent.
 */
public final class LinkJson {
    private static final Pattern BRACKETS = Pattern.compile("^\\[([0-9]{1,5})]$");

    private final Fields fields;
    private final LinkNames names;
    private final TapOwners owners;

    private LinkJson(Fields fields, LinkNames names, TapOwners owners) {
        this.fields = fields;
        this.names = names;
        this.owners = owners;
    }

    /**
     * Reads links. A master or a peer is told by its name, so that all links of the namespace must be in the list.
     *
     * @param command the command, for messages
     * @param json what it printed
     * @param owners who the owners of taps are
     * @return the links in the order of the output
     * @throws UnreadableOutputException if it is not what that command prints
     */
    public static List<Link> read(String command, String json, TapOwners owners) {
        List<Fields> links = Output.objects(command, json);
        Map<String, Integer> indices = new HashMap<>();
        links.forEach(link -> indices.put(link.required("ifname", link.text("ifname")), index(link)));
        LinkNames names = new LinkNames(indices);
        return links.stream().map(link -> new LinkJson(link, names, owners).link()).toList();
    }

    /** {@return the index of the link that an object of {@code ip link} or {@code ip addr} is about} */
    static int index(Fields fields) {
        int index = fields.integer("ifindex", 0);
        if (index == 0) {
            throw fields.bad("ifindex", "an index from 1 was expected");
        }
        return index;
    }

    private Link link() {
        Link.Builder link = Link.builder(index(fields), fields.required("ifname", fields.text("ifname")));
        int hardwareType = hardwareType();
        link.altNames(fields.texts("altnames")).hardwareType(hardwareType).flags(LinkBits.read(fields));
        link.hardwareAddress(fields.value("address", text -> LayerAddress.parse(text, hardwareType))
                .orElse(HardwareAddress.of(new byte[0])));
        link.mtu(fields.integer("mtu", 0)).group(fields.bits("group", 0)).txQueueLength(fields.bits("txqlen", 0));
        link.operState(operState()).xdpAttached(fields.has("xdp"));
        fields.text("qdisc").ifPresent(link::qdisc);
        fields.text("ifalias").ifPresent(link::alias);
        maxMtu(link, fields.bits("max_mtu", 0));
        addrGenMode().ifPresent(link::addrGenMode);
        names.index(fields, "master").ifPresent(link::master);
        peer(link);
        fields.object("linkinfo").ifPresent(info -> LinkInfoJson.read(info, owners, link));
        return link.build();
    }

    /** With {@code -N} the type is a number in brackets. */
    private int hardwareType() {
        return fields.required("link_type", fields.value("link_type",
                text -> Integer.parseInt(BRACKETS.matcher(text).replaceFirst("$1"))));
    }

    private OperState operState() {
        return fields.text("operstate").map(OperState::named)
                .orElseGet(() -> new OperState(fields.integer("operstate_index", OperState.UNKNOWN.number())));
    }

    /** Zero means that the driver names no limit. */
    private static void maxMtu(Link.Builder link, int bytes) {
        if (bytes > 0) {
            link.maxMtu(bytes);
        }
    }

    private Optional<AddrGenMode> addrGenMode() {
        return fields.isText("inet6_addr_gen_mode")
                ? fields.value("inet6_addr_gen_mode", LinkJson::addrGenMode)
                : Optional.empty();
    }

    /** A number that ip(8) has no name for is printed in hexadecimal. */
    private static AddrGenMode addrGenMode(String text) {
        return text.startsWith("0x") ? new AddrGenMode(Integer.parseInt(text.substring(2), 16)) : AddrGenMode.named(text);
    }

    /** A link in another namespace is told by its index, one in this by its name. */
    private void peer(Link.Builder link) {
        fields.integer("link_index").ifPresent(index -> peer(link, index));
        names.index(fields, "link").ifPresent(link::peerIndex);
        // The other namespace has no number here once it is about to go.
        fields.integerOrUnknown("link_netnsid").ifPresent(link::peerNamespaceId);
    }

    private static void peer(Link.Builder link, int index) {
        if (index > 0) {
            link.peerIndex(index);
        }
    }
}
