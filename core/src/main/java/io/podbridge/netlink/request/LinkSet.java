package io.podbridge.netlink.request;

import io.podbridge.netlink.model.LinkId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Changes one link, in one kernel request where the kernel can take one. Whatever the number of messages, the changes take effect in
 * this order: down, addrgenmode, arp_ignore, address, mtu, group, name, alias, alternative names, master, up, learning. One that
 * fails leaves those before it done.
 *
 * <p>Repeating it is harmless, except that an alternative name cannot be added twice. Raises {@code NOT_FOUND} (no link of that
 * index, ENODEV), {@code DENIED}, and what each {@link LinkChange} says. Source: RTM_NEWLINK and RTM_SETLINK of
 * {@code linux/rtnetlink.h}, {@code linux/if_link.h}; {@code ip link set}, {@code bridge link set}.
 */
public final class LinkSet implements NetlinkRequest {
    private final LinkId link;
    private final List<LinkChange> changes;

    private LinkSet(LinkId link, List<LinkChange> changes) {
        this.link = link;
        this.changes = changes;
    }

    /**
     * Changes to a link.
     *
     * @param link which link; its name is the one before the changes
     * @param changes at least one, at most one of a kind (alternative names apart), in any order
     * @return the request, with the changes in the order in which they take effect
     * @throws IllegalArgumentException if there is none, two of a kind, or both of a contradicting pair (up and down, master and
     *         nomaster)
     */
    public static LinkSet of(LinkId link, LinkChange... changes) {
        return of(link, List.of(changes));
    }

    /**
     * Changes to a link.
     *
     * @param link which link; its name is the one before the changes
     * @param changes at least one, as in {@link #of(LinkId, LinkChange...)}
     * @return the request, with the changes in the order in which they take effect
     * @throws IllegalArgumentException as in {@link #of(LinkId, LinkChange...)}
     */
    public static LinkSet of(LinkId link, List<LinkChange> changes) {
        return new LinkSet(link, ChangeOrder.sort(link, changes));
    }

    /** {@return the link} */
    public LinkId link() {
        return link;
    }

    /** {@return the changes, in the order in which they take effect; kinds unknown to this version last} */
    public List<LinkChange> changes() {
        return changes;
    }

    /**
     * The change of one kind.
     *
     * @param kind such as {@code LinkChange.Mtu.class}
     * @param <T> the kind
     * @return the change, if there is one of that kind
     */
    public <T extends LinkChange> Optional<T> change(Class<T> kind) {
        return changes.stream().filter(kind::isInstance).map(kind::cast).findFirst();
    }

    @Override
    public String operation() {
        return "set " + changes.stream().map(LinkChange::describe).collect(Collectors.joining(", ")) + " on";
    }

    @Override
    public String target() {
        return link.toString();
    }

    @Override
    public List<Command> commands() {
        return LinkSetCommands.of(this);
    }

    @Override
    public List<String> unsaid() {
        return change(LinkChange.Group.class).map(LinkChange.Group::group).orElse(0) < 0
                ? List.of("a group above " + Integer.MAX_VALUE)
                : List.of();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LinkSet that && link.equals(that.link) && changes.equals(that.changes);
    }

    @Override
    public int hashCode() {
        return 31 * link.hashCode() + changes.hashCode();
    }

    @Override
    public String toString() {
        return operation() + " " + target();
    }
}
