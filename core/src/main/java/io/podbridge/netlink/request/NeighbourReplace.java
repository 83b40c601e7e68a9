package io.podbridge.netlink.request;

import io.podbridge.netlink.model.LinkId;
import io.podbridge.netlink.model.Neighbour;
import java.util.List;

/**
 * Adds an entry to the neighbour table, or changes the one that is there.
 *
 * <p>Repeating it is harmless. Raises {@code NOT_FOUND} if there is no such link (ENODEV), {@code INVALID}, {@code DENIED}.
 * Source: RTM_NEWNEIGH of {@code linux/rtnetlink.h}, {@code linux/neighbour.h}; {@code ip neighbour replace}.
 *
 * @param link the link
 * @param neighbour the entry; its own link index does not count here
 */
public record NeighbourReplace(LinkId link, Neighbour neighbour) implements NetlinkRequest {

    @Override
    public String operation() {
        return "replace neighbour";
    }

    @Override
    public String target() {
        return neighbour + " on " + link;
    }

    @Override
    public List<Command> commands() {
        return List.of(NeighbourCommand.replace(link, neighbour));
    }

    @Override
    public List<String> unsaid() {
        return NeighbourCommand.unsaid(neighbour);
    }
}
