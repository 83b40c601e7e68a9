package io.podbridge.testkit.netns;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Waits for what a kernel, or another process, does in its own time, such as deleting a namespace that nobody holds any more. */
public final class Eventually {
    private static final Duration LONGEST = Duration.ofSeconds(60);
    private static final Duration PAUSE = Duration.ofMillis(1);

    private Eventually() {}

    /**
     * Waits until something holds, a minute at most.
     *
     * @param what what it is, such as {@code eth0 is up}
     * @param condition whether it holds; asked again and again
     * @throws AssertionError if it still does not hold then
     */
    public static void holds(String what, BooleanSupplier condition) {
        if (!read(LONGEST, condition::getAsBoolean, held -> held)) {
            throw new AssertionError("after " + LONGEST.toSeconds() + " s it still does not hold that " + what);
        }
    }

    /**
     * Reads something until it is as wanted, or for so long that it will not be.
     *
     * @param <T> what is read
     * @param longest how long at most; it is read once at least
     * @param reading reads it; done again and again
     * @param isWanted whether that is what was waited for
     * @return what was read last, wanted or not
     */
    public static <T> T read(Duration longest, Supplier<T> reading, Predicate<? super T> isWanted) {
        long begun = System.nanoTime();
        T found = reading.get();
        while (!isWanted.test(found) && System.nanoTime() - begun < longest.toNanos()) {
            LockSupport.parkNanos(PAUSE.toNanos());
            found = reading.get();
        }
        return found;
    }
}
