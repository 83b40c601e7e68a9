package io.podbridge.netlink.request;

import io.podbridge.netlink.model.InterfaceAddress;
import io.podbridge.netlink.model.LinkId;
import java.util.List;

/**
 * Takes an address from a link, found by local address and prefix length (and peer), never by label. Deleting a primary IPv4 address
 * deletes the secondaries of its subnet too, unless {@code promote_secondaries} is set, and the routes that have it as source,
 * unless another link holds it as well.
 *
 * <p>Repeating it fails with {@code NOT_FOUND} (EADDRNOTAVAIL). Raises also {@code NOT_FOUND} if there is no such link (ENODEV), {@code UNSUPPORTED} for IPv6 on
 * a link where it is disabled (EACCES), {@code INVALID}, {@code DENIED} (EPERM). Source: RTM_DELADDR of {@code linux/rtnetlink.h},
 * {@code linux/if_addr.h}; {@code ip address del}.
 *
 * @param link the link
 * @param address the address; its own link index does not count here
 */
public record AddressDelete(LinkId link, InterfaceAddress address) implements NetlinkRequest {

    @Override
    public String operation() {
        return "delete address";
    }

    @Override
    public String target() {
        return address + " on " + link;
    }

    @Override
    public List<Command> commands() {
        return List.of(AddressCommand.delete(link, address));
    }

    @Override
    public List<String> unsaid() {
        return AddressCommand.unsaidOfPeer(address);
    }
}
