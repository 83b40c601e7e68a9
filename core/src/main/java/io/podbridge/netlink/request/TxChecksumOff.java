package io.podbridge.netlink.request;

import io.podbridge.netlink.model.LinkId;
import java.util.List;

/**
 * Switches the TX checksum offload of a link off, and with it what needs it (TSO, GSO for some): software that reads packets off a
 * bridge, such as a DHCP client in a VM, drops those whose checksum was left to hardware that is not there.
 *
 * <p>Repeating it is harmless. Raises {@code NOT_FOUND} (ENODEV), {@code UNSUPPORTED} where the driver cannot (EOPNOTSUPP),
 * {@code DENIED}. Source: ETHTOOL_STXCSUM of {@code linux/ethtool.h}; {@code ethtool -K NAME tx off}.
 *
 * @param link the link
 */
public record TxChecksumOff(LinkId link) implements NetlinkRequest {

    @Override
    public String operation() {
        return "switch off TX checksum offload of";
    }

    @Override
    public String target() {
        return link.toString();
    }

    @Override
    public List<Command> commands() {
        return List.of(Command.of("ethtool", "-K", link.name(), "tx", "off"));
    }
}
