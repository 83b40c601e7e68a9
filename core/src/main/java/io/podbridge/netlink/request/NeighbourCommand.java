package io.podbridge.netlink.request;

import io.podbridge.netlink.model.LinkId;
import io.podbridge.netlink.model.Neighbour;
import java.util.ArrayList;
import java.util.List;

/** An entry of the neighbour table in the words of {@code ip neighbour}. */
final class NeighbourCommand {

    private static final int ROUTER = 0x80;
    private static final List<String> STATES = List.of("incomplete", "reachable", "stale", "delay", "probe", "failed", "noarp",
            "permanent");

    private NeighbourCommand() {}

    static Command of(String verb, LinkId link, Neighbour neighbour) {
        Command command = Command.of("ip", "neighbour", verb);
        if (neighbour.isProxy()) {
            return command.with("proxy", neighbour.address().toString(), "dev", link.name());
        }
        command = command.with(neighbour.address().toString(), "dev", link.name());
        if (neighbour.hardwareAddress().isPresent()) {
            command = command.with("lladdr", neighbour.hardwareAddress().get().toString());
        }
        command = command.with("nud", state(neighbour.state()));
        if ((neighbour.flags() & Neighbour.EXTERNALLY_LEARNED) != 0) {
            command = command.with("extern_learn");
        }
        return (neighbour.flags() & ROUTER) != 0 ? command.with("router") : command;
    }

    /** A name, or the bits as a number. */
    private static String state(int bits) {
        return Integer.bitCount(bits) == 1 && bits <= Neighbour.PERMANENT
                ? STATES.get(Integer.numberOfTrailingZeros(bits))
                : "0x" + Integer.toHexString(bits);
    }

    static List<String> unsaid(Neighbour neighbour) {
        List<String> unsaid = new ArrayList<>();
        if ((neighbour.flags() & ~(Neighbour.PROXY | Neighbour.EXTERNALLY_LEARNED | ROUTER)) != 0) {
            unsaid.add("such flags of a neighbour");
        }
        if (neighbour.protocol().isPresent()) {
            unsaid.add("the protocol of a neighbour");
        }
        if (!neighbour.unknownAttributes().isEmpty()) {
            unsaid.add("attributes of a neighbour that are known by number alone");
        }
        return List.copyOf(unsaid);
    }
}
