package io.podbridge.netlink.model;

/**
 * How long an address stays, in seconds from when it was read ({@code struct ifa_cacheinfo}).
 *
 * @param seconds 0 to 2^32 - 2, or {@link #FOREVER_SECONDS}
 */
public record Lifetime(long seconds) {
    /** The kernel's number for "for ever": 2^32 - 1, {@code INFINITY_LIFE_TIME}. */
    public static final long FOREVER_SECONDS = 0xffff_ffffL;
    /** The lifetime without an end. */
    public static final Lifetime FOREVER = new Lifetime(FOREVER_SECONDS);

    /**
     * Checks the range.
     *
     * @throws IllegalArgumentException if the number has more than 32 bits or is negative
     */
    public Lifetime {
        if (seconds < 0 || seconds > FOREVER_SECONDS) {
            throw new IllegalArgumentException("a lifetime is 0 to " + FOREVER_SECONDS + " seconds, not " + seconds);
        }
    }

    /** {@return whether it has no end} */
    public boolean isForever() {
        return seconds == FOREVER_SECONDS;
    }

    /**
     * What is left when some time has gone by.
     *
     * @param elapsedSeconds how many seconds have gone by; a negative number, from a clock that was set back, counts as 0
     * @return for ever if it was for ever, otherwise what is left, at least 0
     */
    public Lifetime after(long elapsedSeconds) {
        return isForever() ? this : new Lifetime(Math.max(0, seconds - Math.max(0, elapsedSeconds)));
    }

    /** {@return {@code forever} or such as {@code 3600sec}, as {@code ip(8)} prints it} */
    @Override
    public String toString() {
        return isForever() ? "forever" : seconds + "sec";
    }
}
