package io.podbridge.iproute2.json;

import java.util.List;
import java.util.Optional;

/**
 * What {@code ip(8)} tells of a link without naming another one.
 *
 * @param index its index
 * @param name its name
 * @param altNames its alternative names
 * @param isBridgePort whether it is a port of a bridge
 */
public record BriefLink(int index, String name, List<String> altNames, boolean isBridgePort) {

    /** Keeps a copy. */
    public BriefLink {
        altNames = List.copyOf(altNames);
    }

    /**
     * Reads links.
     *
     * @param command the command, for messages
     * @param json what {@code ip -d -j -N link show} printed, or {@code addr show}
     * @return the links in the order of the output
     * @throws UnreadableOutputException if it is not what that command prints
     */
    public static List<BriefLink> read(String command, String json) {
        return Output.objects(command, json).stream().map(BriefLink::of).toList();
    }

    private static BriefLink of(Fields link) {
        boolean port = link.object("linkinfo").flatMap(info -> info.text("info_slave_kind")).equals(Optional.of("bridge"));
        return new BriefLink(LinkJson.index(link), link.required("ifname", link.text("ifname")), link.texts("altnames"), port);
    }

    /**
     * Whether it is called so.
     *
     * @param other a name
     * @return whether that is its name or one of its alternative names
     */
    public boolean isNamed(String other) {
        return name.equals(other) || altNames.contains(other);
    }
}
