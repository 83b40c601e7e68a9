package io.podbridge.netlink.model;

import com.google.common.base.Splitter;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * An Ethernet address of 48 bits.
 *
 * @param bits the address as a number, first byte highest, from 0 to 2^48 - 1
 */
public record MacAddress(long bits) {
    private static final long MULTICAST = 1L << 40;
    private static final long LOCAL = 1L << 41;

    /**
     * Checks the range.
     *
     * @throws IllegalArgumentException if there are more than 48 bits
     */
    public MacAddress {
        if (bits < 0 || bits >>> 48 != 0) {
            throw new IllegalArgumentException("an Ethernet address has 48 bits, not " + Long.toHexString(bits));
        }
    }

    /**
     * Reads six bytes in hexadecimal, separated by colons.
     *
     * @param text such as {@code 0a:58:0a:f4:01:07}, in either case
     * @return the address
     * @throws IllegalArgumentException if the text is anything else
     */
    public static MacAddress parse(String text) {
        List<String> parts = Splitter.on(':').splitToList(text);
        long bits = 0;
        for (String part : parts) {
            if (parts.size() != 6 || !part.matches("[0-9a-fA-F]{2}")) {
                throw new IllegalArgumentException(
                        "not an Ethernet address: \"" + text + "\"; it has six bytes, such as 0a:58:0a:f4:01:07");
            }
            bits = (bits << 8) | Integer.parseInt(part, 16);
        }
        return new MacAddress(bits);
    }

    /**
     * The address of these bytes.
     *
     * @param bytes six bytes, as they go over the wire
     * @return the address
     * @throws IllegalArgumentException if there are not six
     */
    public static MacAddress of(byte[] bytes) {
        if (bytes.length != 6) {
            throw new IllegalArgumentException("an Ethernet address has 6 bytes, not " + bytes.length);
        }
        long bits = 0;
        for (byte b : bytes) {
            bits = (bits << 8) | (b & 0xff);
        }
        return new MacAddress(bits);
    }

    /**
     * A random unicast address from the space that is administered locally (IEEE 802, second lowest bit of the first byte).
     *
     * @param random where the bits come from
     * @return the address
     */
    public static MacAddress random(RandomGenerator random) {
        return new MacAddress(((random.nextLong() >>> 16) & ~MULTICAST) | LOCAL);
    }

    /** {@return the six bytes, as they go over the wire} */
    public byte[] toBytes() {
        byte[] bytes = new byte[6];
        for (int i = 0; i < 6; i++) {
            bytes[i] = (byte) (bits >> (40 - 8 * i));
        }
        return bytes;
    }

    /** {@return whether one interface can have it as its own: neither all zero nor multicast, as the kernel's {@code is_valid_ether_addr}} */
    public boolean isUnicast() {
        return bits != 0 && (bits & MULTICAST) == 0;
    }

    @Override
    public String toString() {
        return HardwareAddress.of(toBytes()).toString();
    }
}
