package io.podbridge.netlink.model;

import java.util.ArrayList;
import java.util.List;

/**
 * The {@code IFF_*} flags of a link ({@code linux/if.h}). Bits without a name here are kept.
 *
 * @param bits all flags as the kernel gave them
 */
public record LinkFlags(int bits) {
    /** Switched on by the administrator. */
    public static final int UP = 1;
    /** A loopback. */
    public static final int LOOPBACK = 1 << 3;
    /** The kernel has seen the carrier, and traffic may pass: follows the operational state. */
    public static final int RUNNING = 1 << 6;
    /** Resolves no addresses. */
    public static final int NOARP = 1 << 7;
    /** The driver says that there is a carrier. */
    public static final int LOWER_UP = 1 << 16;

    private static final List<String> NAMES = List.of("UP", "BROADCAST", "DEBUG", "LOOPBACK", "POINTOPOINT", "NOTRAILERS",
            "RUNNING", "NOARP", "PROMISC", "ALLMULTI", "MASTER", "SLAVE", "MULTICAST", "PORTSEL", "AUTOMEDIA", "DYNAMIC",
            "LOWER_UP", "DORMANT", "ECHO");

    /**
     * Whether all of these bits are set.
     *
     * @param mask one or more of the constants
     * @return whether none of them is missing
     */
    public boolean has(int mask) {
        return (bits & mask) == mask;
    }

    /** {@return the flags in the words of {@code ip(8)}, lowest bit first; a bit without a name as {@code 0x...}} */
    public List<String> names() {
        List<String> names = new ArrayList<>();
        for (int bit = 0; bit < Integer.SIZE; bit++) {
            if ((bits >>> bit & 1) == 1) {
                names.add(bit < NAMES.size() ? NAMES.get(bit) : "0x" + Integer.toHexString(1 << bit));
            }
        }
        return List.copyOf(names);
    }

    @Override
    public String toString() {
        return "<" + String.join(",", names()) + ">";
    }
}
