package io.podbridge.netlink.model;

import java.util.List;

/**
 * How a link makes its own IPv6 link-local address ({@code IFLA_INET6_ADDR_GEN_MODE}, {@code ip link set addrgenmode}).
 *
 * @param number the kernel's number; one without a name is kept
 */
public record AddrGenMode(int number) {
    /** From the MAC address. */
    public static final AddrGenMode EUI64 = new AddrGenMode(0);
    /** Not at all. */
    public static final AddrGenMode NONE = new AddrGenMode(1);

    private static final List<String> NAMES = List.of("eui64", "none", "stable_secret", "random");

    /**
     * The mode of a name as {@code ip(8)} prints it.
     *
     * @param name such as {@code eui64}
     * @return the mode
     * @throws IllegalArgumentException if no mode has that name
     */
    public static AddrGenMode named(String name) {
        int number = NAMES.indexOf(name);
        if (number < 0) {
            throw new IllegalArgumentException("no such addrgenmode: \"" + name + "\"; there are " + NAMES);
        }
        return new AddrGenMode(number);
    }

    /** {@return the name as {@code ip(8)} prints it, or the number} */
    @Override
    public String toString() {
        return number >= 0 && number < NAMES.size() ? NAMES.get(number) : Integer.toString(number);
    }
}
