package io.podbridge.iproute2.json;

import io.podbridge.netlink.model.HardwareAddress;
import io.podbridge.netlink.model.IpAddress;
import java.util.Set;

/** A link's address on its own layer: bytes in hexadecimal, but an IP address on a tunnel. */
final class LayerAddress {
    /** {@code ARPHRD_TUNNEL6}, {@code ARPHRD_IP6GRE}. */
    private static final Set<Integer> IPV6_TUNNELS = Set.of(769, 823);

    private LayerAddress() {}

    static HardwareAddress parse(String text, int hardwareType) {
        try {
            return text.indexOf('.') >= 0 || IPV6_TUNNELS.contains(hardwareType)
                    ? HardwareAddress.of(IpAddress.parse(text).toBytes())
                    : HardwareAddress.parse(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("not an address of a link: \"" + text + "\"", e);
        }
    }
}
