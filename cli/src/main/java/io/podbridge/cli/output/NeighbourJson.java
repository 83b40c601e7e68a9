package io.podbridge.cli.output;

import io.podbridge.netlink.model.IpFamily;
import io.podbridge.netlink.model.Neighbour;
import io.podbridge.netlink.state.NeighbourText;
import java.util.Map;

/** A neighbour for programs; {@code text} has all of it in the words of ip(8). */
final class NeighbourJson {

    private NeighbourJson() {}

    static void write(Json json, Neighbour neighbour, Map<Integer, String> names) {
        int link = neighbour.linkIndex();
        json.field("family", neighbour.address().family() == IpFamily.IPV4 ? "inet" : "inet6")
                .field("address", neighbour.address())
                .field("interface", names.getOrDefault(link, "if" + link)).optional("mac", neighbour.hardwareAddress())
                .field("proxy", neighbour.isProxy()).field("text", NeighbourText.of(neighbour, names));
    }
}
