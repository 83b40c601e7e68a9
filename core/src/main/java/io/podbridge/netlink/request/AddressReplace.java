package io.podbridge.netlink.request;

import io.podbridge.netlink.model.InterfaceAddress;
import io.podbridge.netlink.model.LinkId;
import java.util.List;

/**
 * Gives a link an address, or changes lifetimes and metric of one that it has, and of an IPv6 one its flags.
 *
 * <p>Repeating it is harmless. Raises also {@code NOT_FOUND} if there is no such link (ENODEV), {@code UNSUPPORTED} for IPv6 on
 * a link where it is disabled (EACCES), {@code INVALID}, {@code DENIED} (EPERM). Source: RTM_NEWADDR of {@code linux/rtnetlink.h},
 * {@code linux/if_addr.h}; {@code ip address replace}.
 *
 * @param link the link
 * @param address the address; its own link index does not count here
 */
public record AddressReplace(LinkId link, InterfaceAddress address) implements NetlinkRequest {

    @Override
    public String operation() {
        return "replace address";
    }

    @Override
    public String target() {
        return address + " on " + link;
    }

    @Override
    public List<Command> commands() {
        return List.of(AddressCommand.of("replace", link, address));
    }

    @Override
    public List<String> unsaid() {
        return AddressCommand.unsaid(address);
    }
}
