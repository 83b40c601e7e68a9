package io.podbridge.netlink.request;

import io.podbridge.netlink.model.LinkId;
import io.podbridge.netlink.model.Neighbour;
import java.util.List;

/**
 * Deletes an entry of the neighbour table.
 *
 * <p>Repeating it fails with {@code NOT_FOUND} (ENOENT). Raises also {@code DENIED}.
 * Source: RTM_DELNEIGH of {@code linux/rtnetlink.h}, {@code linux/neighbour.h}; {@code ip neighbour del}.
 *
 * @param link the link
 * @param neighbour the entry; its own link index does not count here
 */
public record NeighbourDelete(LinkId link, Neighbour neighbour) implements NetlinkRequest {

    @Override
    public String operation() {
        return "delete neighbour";
    }

    @Override
    public String target() {
        return neighbour + " on " + link;
    }

    @Override
    public List<Command> commands() {
        return List.of(NeighbourCommand.delete(link, neighbour));
    }
}
