package io.podbridge.tests.differential;

import java.security.SecureRandom;
import java.time.Duration;

/**
 * How many sequences are tried: a fixed number of fixed ones in every build, so that it is the same each time; with a time instead,
 * as many as fit, from a seed that is new each time.
 *
 * @param seed of the first sequence; the others have the next numbers
 * @param sequences how many at most
 * @param longest after which time no new one is begun
 */
record Extent(long seed, int sequences, Duration longest) {
    static final String SEED = "podbridge.differential.seed";
    static final String SEQUENCES = "podbridge.differential.sequences";
    static final String MINUTES = "podbridge.differential.minutes";

    private static final long SEED_OF_EVERY_BUILD = 1_000_000;

    /** What the system properties say; without them, so many of the fixed ones. */
    static Extent ofProperties(int usual) {
        int minutes = Integer.getInteger(MINUTES, 0);
        long seed = Long.getLong(SEED, minutes > 0 ? new SecureRandom().nextInt(Integer.MAX_VALUE) : SEED_OF_EVERY_BUILD);
        int sequences = Integer.getInteger(SEQUENCES, minutes > 0 ? Integer.MAX_VALUE : usual);
        return new Extent(seed, sequences, minutes > 0 ? Duration.ofMinutes(minutes) : Duration.ofDays(1));
    }
}
