package io.podbridge.netlink.model;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/**
 * A link's address on its own layer, of any length: six bytes on Ethernet, twenty on InfiniBand, four or sixteen on IP tunnels,
 * none on a link without addresses.
 */
public final class HardwareAddress {
    private static final HexFormat COLONS = HexFormat.ofDelimiter(":");

    private final byte[] bytes;

    private HardwareAddress(byte[] bytes) {
        this.bytes = bytes;
    }

    /**
     * The address of these bytes.
     *
     * @param bytes any number of bytes
     * @return the address
     */
    public static HardwareAddress of(byte[] bytes) {
        return new HardwareAddress(bytes.clone());
    }

    /**
     * The Ethernet address as an address of any layer.
     *
     * @param mac the Ethernet address
     * @return the same six bytes
     */
    public static HardwareAddress of(MacAddress mac) {
        return new HardwareAddress(mac.toBytes());
    }

    /**
     * Reads bytes in hexadecimal, separated by colons.
     *
     * @param text such as {@code 0a:58:0a:f4:01:07}; the empty text is the empty address
     * @return the address
     * @throws IllegalArgumentException if the text is anything else
     */
    public static HardwareAddress parse(String text) {
        return new HardwareAddress(COLONS.parseHex(text));
    }

    /** {@return a copy of the bytes} */
    public byte[] toBytes() {
        return bytes.clone();
    }

    /** {@return the Ethernet address, if there are six bytes} */
    public Optional<MacAddress> toMac() {
        return bytes.length == 6 ? Optional.of(MacAddress.of(bytes)) : Optional.empty();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof HardwareAddress that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return COLONS.formatHex(bytes);
    }
}
