package io.podbridge.netlink.model;

/**
 * Who made a route ({@code RTPROT_*} of {@code linux/rtnetlink.h}).
 *
 * @param number 0 to 255; numbers without a name are kept
 */
public record RouteProtocol(int number) {
    /** A redirect of the network. */
    public static final RouteProtocol REDIRECT = new RouteProtocol(1);
    /** The kernel, for an address that it was given. */
    public static final RouteProtocol KERNEL = new RouteProtocol(2);
    /** {@code ip(8)} and everybody who says nothing else. */
    public static final RouteProtocol BOOT = new RouteProtocol(3);
    /** An administrator. */
    public static final RouteProtocol STATIC = new RouteProtocol(4);
    /** A router advertisement. */
    public static final RouteProtocol RA = new RouteProtocol(9);

    /** {@return the name as {@code ip(8)} prints it without a configuration file, or the number} */
    @Override
    public String toString() {
        return switch (number) {
            case 1 -> "redirect";
            case 2 -> "kernel";
            case 3 -> "boot";
            case 4 -> "static";
            case 9 -> "ra";
            case 16 -> "dhcp";
            default -> Integer.toString(number);
        };
    }
}
