package io.podbridge.netlink.request;

import io.podbridge.netlink.model.LinkId;
import io.podbridge.netlink.model.MacAddress;
import java.util.List;

/**
 * Tells a bridge by which of its ports an Ethernet address is reached: a static entry of its forwarding database, in place of what is there,
 * also of the entry that the bridge makes for the address of a port itself, by which it keeps such frames.
 *
 * <p>Repeating it is harmless. Raises {@code NOT_FOUND} if there is no such link (ENODEV), {@code UNSUPPORTED} if it is no port (EOPNOTSUPP),
 * {@code DENIED}. Source: RTM_NEWNEIGH with AF_BRIDGE of
 * {@code linux/neighbour.h}; {@code bridge fdb replace}.
 *
 * @param port the port
 * @param mac the address that is reached by it
 */
public record ForwardingReplace(LinkId port, MacAddress mac) implements NetlinkRequest {

    /**
     * Checks the address.
     *
     * @throws IllegalArgumentException if it is multicast or all zero
     */
    public ForwardingReplace {
        if (!mac.isUnicast()) {
            throw new IllegalArgumentException("what is reached by one port is neither multicast nor all zero: " + mac);
        }
    }

    @Override
    public String operation() {
        return "replace forwarding entry";
    }

    @Override
    public String target() {
        return mac + " on " + port;
    }

    @Override
    public List<Command> commands() {
        return List.of(
                Command.of("bridge", "fdb", "replace", mac.toString(), "dev", port.name(), "master", "static"));
    }
}
