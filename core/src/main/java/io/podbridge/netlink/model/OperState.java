package io.podbridge.netlink.model;

import java.util.List;

/**
 * Whether a link can carry traffic, by RFC 2863 ({@code IFLA_OPERSTATE}, {@code linux/if.h}).
 *
 * @param number the kernel's number; one without a name is kept
 */
public record OperState(int number) {
    /** The driver does not say, as dummy and loopback do. */
    public static final OperState UNKNOWN = new OperState(0);
    /** Not able to carry traffic. */
    public static final OperState DOWN = new OperState(2);
    /** Able to carry traffic. */
    public static final OperState UP = new OperState(6);

    private static final List<String> NAMES = List.of("UNKNOWN", "NOTPRESENT", "DOWN", "LOWERLAYERDOWN", "TESTING", "DORMANT",
            "UP");

    /**
     * The state of a name as {@code ip(8)} prints it.
     *
     * @param name such as {@code UP}
     * @return the state; {@link #UNKNOWN} for a name that is none
     */
    public static OperState named(String name) {
        return new OperState(Math.max(0, NAMES.indexOf(name)));
    }

    /** {@return the name as {@code ip(8)} prints it, or the number} */
    @Override
    public String toString() {
        return number >= 0 && number < NAMES.size() ? NAMES.get(number) : Integer.toString(number);
    }
}
