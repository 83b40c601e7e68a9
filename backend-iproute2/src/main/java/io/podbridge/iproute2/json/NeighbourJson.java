package io.podbridge.iproute2.json;

import io.podbridge.netlink.model.HardwareAddress;
import io.podbridge.netlink.model.IpAddress;
import io.podbridge.netlink.model.Link;
import io.podbridge.netlink.model.Neighbour;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Neighbours, from {@code ip -4 -j -N neigh show nud all}, {@code ip -4 -j -N neigh show proxy} and the same with {@code -6}. Attributes
 * that ip(8) does not know are never told.
 */
public final class NeighbourJson {
    private static final Map<String, Integer> FLAGS = Map.of("proxy", Neighbour.PROXY, "extern_learn",
            Neighbour.EXTERNALLY_LEARNED, "managed", Neighbour.MANAGED, "offload", 0x20, "router", 0x80);
    private static final List<String> STATES = List.of("INCOMPLETE", "REACHABLE", "STALE", "DELAY", "PROBE", "FAILED", "NOARP",
            "PERMANENT");
    private static final int LARGEST_PROTOCOL = 255;

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
        Map<Integer, Link> byIndex = links.stream().collect(Collectors.toMap(Link::index, Function.identity(), (a, b) -> a));
        return Output.objects(command, json).stream().map(fields -> new NeighbourJson(fields).neighbour(names, byIndex)).toList();
    }

    private Neighbour neighbour(LinkNames names, Map<Integer, Link> links) {
        int index = fields.required("dev", names.index(fields, "dev"));
        IpAddress address = fields.required("dst", fields.value("dst", IpAddress::parse));
        Neighbour.Builder neighbour = Neighbour.builder(index, address).state(state()).flags(flags());
        Optional<Link> link = Optional.ofNullable(links.get(index));
        fields.value("lladdr", text -> layerAddress(text, link)).ifPresent(neighbour::hardwareAddress);
        fields.number("protocol", LARGEST_PROTOCOL).ifPresent(number -> neighbour.protocol((int) number));
        return neighbour.build();
    }

    /** On a link without addresses the neighbour's has no bytes, and ip(8) prints the byte that happens to follow. */
    private static HardwareAddress layerAddress(String text, Optional<Link> link) {
        return link.map(Link::hardwareAddress).filter(own -> own.toBytes().length == 0)
                .orElseGet(() -> LayerAddress.parse(text, link.map(Link::hardwareType).orElse(Link.ETHERNET)));
    }

    private int flags() {
        return FLAGS.entrySet().stream().filter(flag -> fields.has(flag.getKey())).mapToInt(Map.Entry::getValue).sum();
    }

    private int state() {
        return fields.texts("state").stream().mapToInt(this::state).reduce(0, (a, b) -> a | b);
    }

    /** Zero is {@code NONE}; what has no name is a hexadecimal number. */
    private int state(String name) {
        int at = STATES.indexOf(name);
        if (at >= 0 || name.equals("NONE")) {
            return at >= 0 ? 1 << at : 0;
        }
        return fields.hexadecimal("state", name);
    }
}
