package io.podbridge.testkit.contract;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for what the kernel does in its own time, such as deleting a namespace that nobody holds any more. */
final class Eventually {
    private static final Duration LONGEST = Duration.ofSeconds(60);
    private static final Duration PAUSE = Duration.ofMillis(1);

    private Eventually() {}

    static void holds(String what, BooleanSupplier condition) {
        long start = System.nanoTime();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - start > LONGEST.toNanos()) {
                throw new AssertionError("after " + LONGEST.toSeconds() + " s it still does not hold that " + what);
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }
}
