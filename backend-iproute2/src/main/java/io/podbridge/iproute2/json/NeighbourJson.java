package io.podbridge.iproute2.json;

import io.podbridge.netlink.model.HardwareAddress;
import io.podbridge.netlink.model.IpAddress;
import io.podbridge.netlink.model.Link;
import io.podbridge.netlink.model.Neighbour;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Neighbours, from {@code ip -j -N neigh show nud all} and {@code ip -j -N neigh show proxy}. Attributes that ip(8) does not know are
 * never told.
 */
public final class NeighbourJson {
    private static final Map<String, Integer> FLAGS = Map.of("proxy", Neighbour.PROXY, "extern_learn",
            Neighbour.EXTERNALLY_LEARNED, "offload", 0x20, "router", 0x80);
    private static final List<String> STATES = List.of("INCOMPLETE", "REACHABLE", "STALE", "DELAY", "PROBE", "FAILED", "NOARP",
            "PERMANENT");

    private final Fields fields;

    private NeighbourJson(Fields fields) {
        this.fields = fields;
    }

    /**
     * Reads neighbours.
     *
     * @param command the command, for messages
     * @param json what it printed
     * @param links all links of the namespace
     * @return the neighbours in the order of the output
     * @throws UnreadableOutputException if it is not what that command prints, or a link is not in the list
     */
    public static List<Neighbour> read(String command, String json, List<Link> links) {
        LinkNames names = LinkNames.of(links);
        Map<Integer, Link> byIndex = new HashMap<>();
        links.forEach(link -> byIndex.put(link.index(), link));
        return Output.objects(command, json).stream().map(fields -> new NeighbourJson(fields).neighbour(names, byIndex)).toList();
    }

    private Neighbour neighbour(LinkNames names, Map<Integer, Link> links) {
        int index = fields.required("dev", names.index(fields, "dev"));
        IpAddress address = fields.required("dst", fields.value("dst", IpAddress::parse));
        Neighbour.Builder neighbour = Neighbour.builder(index, address).state(state()).flags(flags());
        fields.value("lladdr", text -> layerAddress(text, links.get(index))).ifPresent(neighbour::hardwareAddress);
        fields.number("protocol", 255).ifPresent(number -> neighbour.protocol((int) number));
        return neighbour.build();
    }

    /** On a link without addresses ip(8) prints the byte that happens to follow. */
    private static HardwareAddress layerAddress(String text, @org.jspecify.annotations.Nullable Link link) {
        if (link != null && link.hardwareAddress().toBytes().length == 0) {
            return link.hardwareAddress();
        }
        return LayerAddress.parse(text, link == null ? Link.ETHERNET : link.hardwareType());
    }

    private int flags() {
        return FLAGS.entrySet().stream().filter(flag -> fields.has(flag.getKey())).mapToInt(Map.Entry::getValue).sum();
    }

    private int state() {
        int bits = 0;
        for (String name : fields.texts("state")) {
            bits |= state(name);
        }
        return bits;
    }

    /** Zero is {@code NONE}; what has no name is a hexadecimal number. */
    private int state(String name) {
        int at = STATES.indexOf(name);
        if (at >= 0 || name.equals("NONE")) {
            return at >= 0 ? 1 << at : 0;
        }
        try {
            return Integer.parseInt(name, 16);
        } catch (NumberFormatException e) {
            throw fields.bad("state", "there is no state \"" + name + "\"");
        }
    }
}
