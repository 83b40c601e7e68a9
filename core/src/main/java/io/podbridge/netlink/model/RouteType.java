package io.podbridge.netlink.model;

import java.util.List;

/**
 * What a route does with packets ({@code RTN_*} of {@code linux/rtnetlink.h}).
 *
 * @param number the kernel's number; one without a name is kept
 */
public record RouteType(int number) {
    /** Sends them on. */
    public static final RouteType UNICAST = new RouteType(1);
    /** Takes them in. */
    public static final RouteType LOCAL = new RouteType(2);
    /** Takes them in as a broadcast. */
    public static final RouteType BROADCAST = new RouteType(3);
    /** Takes them in for one of several hosts. */
    public static final RouteType ANYCAST = new RouteType(4);
    /** Sends them to a group. */
    public static final RouteType MULTICAST = new RouteType(5);
    /** Drops them silently. */
    public static final RouteType BLACKHOLE = new RouteType(6);

    private static final List<String> NAMES = List.of("none", "unicast", "local", "broadcast", "anycast", "multicast",
            "blackhole", "unreachable", "prohibit", "throw", "nat", "xresolve");

    /**
     * The type of a name as {@code ip(8)} prints it.
     *
     * @param name such as {@code unicast}
     * @return the type
     * @throws IllegalArgumentException if no type has that name
     */
    public static RouteType named(String name) {
        int number = NAMES.indexOf(name);
        if (number < 0) {
            throw new IllegalArgumentException("no such type of route: \"" + name + "\"; there are " + NAMES);
        }
        return new RouteType(number);
    }

    /** {@return whether {@code ip(8)} has a name for it} */
    public boolean isNamed() {
        return number >= 0 && number < NAMES.size();
    }

    /** {@return the name as {@code ip(8)} prints it, or the number} */
    @Override
    public String toString() {
        return isNamed() ? NAMES.get(number) : Integer.toString(number);
    }
}
