package io.podbridge.netlink.model;

/**
 * How far an address or a route reaches ({@code rt_scope_t} of {@code linux/rtnetlink.h}); a smaller number reaches further.
 *
 * @param number 0 to 255; numbers without a name are kept
 */
public record Scope(int number) {
    /** The whole network: {@code global}. */
    public static final Scope UNIVERSE = new Scope(0);
    /** This site. */
    public static final Scope SITE = new Scope(200);
    /** This link. */
    public static final Scope LINK = new Scope(253);
    /** This host. */
    public static final Scope HOST = new Scope(254);
    /** Nowhere. */
    public static final Scope NOWHERE = new Scope(255);

    /**
     * Checks the number.
     *
     * @throws IllegalArgumentException if the number is not a byte
     */
    public Scope {
        if (number < 0 || number > 255) {
            throw new IllegalArgumentException("a scope is 0 to 255, not " + number);
        }
    }

    /** {@return the name as {@code ip(8)} prints it, or the number} */
    @Override
    public String toString() {
        return switch (number) {
            case 0 -> "global";
            case 200 -> "site";
            case 253 -> "link";
            case 254 -> "host";
            case 255 -> "nowhere";
            default -> Integer.toString(number);
        };
    }
}
