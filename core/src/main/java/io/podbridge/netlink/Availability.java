package io.podbridge.netlink;

import java.util.Objects;

/**
 * Whether a backend can serve on this machine and in this JVM, and why.
 *
 * @param isAvailable whether it can
 * @param reason what it found, such as {@code iproute2 6.1.0}, or what is missing, in a clause that can follow a colon
 */
public record Availability(boolean isAvailable, String reason) {

    /** Refuses an answer without a reason. */
    public Availability {
        Objects.requireNonNull(reason, "the reason is null");
    }

    /**
     * The backend can serve.
     *
     * @param found what it found, such as a version
     * @return the answer
     */
    public static Availability available(String found) {
        return new Availability(true, found);
    }

    /**
     * The backend cannot serve.
     *
     * @param reason what is missing and what to do about it
     * @return the answer
     */
    public static Availability unavailable(String reason) {
        return new Availability(false, reason);
    }
}
