package io.podbridge.netlink.request;

import io.podbridge.netlink.model.LinkId;
import java.util.List;

/**
 * Deletes one link. Its ports are released, its addresses and routes go; the other end of a veth pair goes with it.
 *
 * <p>Repeating it fails with {@code NOT_FOUND} (ENODEV). Raises also {@code UNSUPPORTED} for a link that cannot be deleted, such as
 * hardware (EOPNOTSUPP), and {@code DENIED}. Takes 3 to 45 ms, nearly all of it waiting; {@link LinkGroupDelete} waits once for
 * several. Source: RTM_DELLINK of {@code linux/rtnetlink.h}; {@code ip link del}.
 *
 * @param link the link
 */
public record LinkDelete(LinkId link) implements NetlinkRequest {

    @Override
    public String operation() {
        return "delete link";
    }

    @Override
    public String target() {
        return link.toString();
    }

    @Override
    public List<Command> commands() {
        return List.of(Command.of("ip", "link", "del", "dev", link.name()));
    }
}
