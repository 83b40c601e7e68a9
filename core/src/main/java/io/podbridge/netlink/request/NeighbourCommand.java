package io.podbridge.netlink.request;

import io.podbridge.netlink.model.LinkId;
import io.podbridge.netlink.model.Neighbour;

/** An entry of the neighbour table in the words of {@code ip neighbour}. */
final class NeighbourCommand {

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
        command = command.with("nud", (neighbour.state() & Neighbour.NOARP) != 0 ? "noarp" : "permanent");
        return (neighbour.flags() & Neighbour.EXTERNALLY_LEARNED) != 0 ? command.with("extern_learn") : command;
    }
}
