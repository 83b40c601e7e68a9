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

    static Command replace(LinkId link, Neighbour neighbour) {
        Command command = start("replace", link, neighbour);
        if (!neighbour.isProxy()) {
            command = entry(command, neighbour);
        }
        if ((neighbour.flags() & Neighbour.EXTERNALLY_LEARNED) != 0) {
            command = command.with("extern_learn");
        }
        if (neighbour.isManaged()) {
            command = command.with("managed");
        }
        if (neighbour.protocol().isPresent()) {
            command = command.with("protocol", Integer.toString(neighbour.protocol().getAsInt()));
        }
        return (neighbour.flags() & ROUTER) != 0 ? command.with("router") : command;
    }

    /** The kernel finds it by its address alone. */
    static Command delete(LinkId link, Neighbour neighbour) {
        return start("del", link, neighbour);
    }

    private static Command start(String verb, LinkId link, Neighbour neighbour) {
        Command command = Command.of("ip", "neighbour", verb);
        return (neighbour.isProxy() ? command.with("proxy") : command).with(neighbour.address().toString(), "dev", link.name());
    }

    private static Command entry(Command command, Neighbour neighbour) {
        Command told = neighbour.hardwareAddress().isPresent()
                ? command.with("lladdr", neighbour.hardwareAddress().get().toString())
                : command;
        return told.with("nud", state(neighbour.state()));
    }

    private static String state(int bits) {
        return isNamed(bits) ? STATES.get(Integer.numberOfTrailingZeros(bits)) : "0x" + Integer.toHexString(bits);
    }

    private static boolean isNamed(int state) {
        return Integer.bitCount(state) == 1 && state <= Neighbour.PERMANENT;
    }

    static List<String> unsaid(Neighbour neighbour) {
        List<String> unsaid = new ArrayList<>();
        if ((neighbour.flags() & ~(Neighbour.PROXY | Neighbour.EXTERNALLY_LEARNED | Neighbour.MANAGED | ROUTER)) != 0) {
            unsaid.add("such flags of a neighbour");
        }
        if (!neighbour.isProxy() && neighbour.state() != 0 && !isNamed(neighbour.state())) {
            unsaid.add("such a state of a neighbour");
        }
        if (!neighbour.unknownAttributes().isEmpty()) {
            unsaid.add("attributes of a neighbour that are known by number alone");
        }
        return List.copyOf(unsaid);
    }
}
