package io.podbridge.netlink.model;

import java.util.Arrays;
import java.util.HexFormat;

/**
 * A netlink attribute that this library does not know, kept as the kernel gave it, so that it can be shown, and sent back when a
 * route or an address is restored.
 */
public final class RawAttribute {
    private final int type;
    private final byte[] payload;

    /**
     * Keeps an attribute.
     *
     * @param type the attribute's number, without the flag bits of {@code nla_type}
     * @param payload its bytes, in the order of the machine that they came from
     */
    public RawAttribute(int type, byte[] payload) {
        this.type = type;
        this.payload = payload.clone();
    }

    /** {@return the attribute's number, such as an {@code RTA_*}} */
    public int type() {
        return type;
    }

    /** {@return a copy of the bytes} */
    public byte[] payload() {
        return payload.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RawAttribute that && type == that.type && Arrays.equals(payload, that.payload);
    }

    @Override
    public int hashCode() {
        return 31 * type + Arrays.hashCode(payload);
    }

    @Override
    public String toString() {
        return type + "=" + HexFormat.of().formatHex(payload);
    }
}
