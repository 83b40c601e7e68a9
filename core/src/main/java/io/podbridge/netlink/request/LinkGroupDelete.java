package io.podbridge.netlink.request;

import java.util.List;

/**
 * Deletes all links of a group at once, which waits once instead of once a link. Either all go or, if one of them cannot be deleted,
 * none. Whoever sends it makes sure that nothing else is in the group.
 *
 * <p>Raises {@code NOT_FOUND} if the group is empty (ENODEV), {@code UNSUPPORTED} if it holds a link that cannot be deleted
 * (EOPNOTSUPP), {@code DENIED}, {@code INVALID} for group 0, to which every link belongs unless told otherwise. Source: RTM_DELLINK with
 * {@code IFLA_GROUP}; {@code ip link del group}.
 *
 * @param group the number of the group
 */
public record LinkGroupDelete(int group) implements NetlinkRequest {

    /**
     * Checks the number.
     *
     * @throws IllegalArgumentException for group 0, to which every link belongs unless told otherwise
     */
    public LinkGroupDelete {
        if (group == 0) {
            throw new IllegalArgumentException("group 0 holds every link that was put into no other; it is not deleted");
        }
    }

    @Override
    public String operation() {
        return "delete links of group";
    }

    @Override
    public String target() {
        return Integer.toUnsignedString(group);
    }

    @Override
    public List<Command> commands() {
        return List.of(Command.of("ip", "link", "del", "group", target()));
    }

    @Override
    public List<String> unsaid() {
        return group < 0 ? List.of("a group above " + Integer.MAX_VALUE) : List.of();
    }
}
