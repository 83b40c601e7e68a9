package io.podbridge.panama.rtnetlink;

import io.podbridge.netlink.model.IpAddress;
import io.podbridge.netlink.model.IpPrefix;
import io.podbridge.panama.wire.WireException;
import java.util.Optional;

/** Values of the model out of bytes that may be wrong: what does not fit is a {@link WireException}. */
final class Wire {

    private Wire() {}

    static IpAddress ip(byte[] bytes) {
        if (bytes.length != 4 && bytes.length != 16) {
            throw new WireException("an IP address of " + bytes.length + " bytes");
        }
        return IpAddress.of(bytes);
    }

    static IpPrefix prefix(IpAddress address, int length) {
        if (length > address.family().addressBits()) {
            throw new WireException("a prefix of " + length + " bits of " + address);
        }
        return new IpPrefix(address, length);
    }

    static <T> T present(Optional<T> value, String problem) {
        return value.orElseThrow(() -> new WireException(problem));
    }
}
