package io.podbridge.panama.socket;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** A moment after which nothing is waited for any more. */
final class Deadline {
    private final long nanoTime;

    /** A duration of more than some centuries is taken for so many. */
    Deadline(Duration fromNow) {
        nanoTime = System.nanoTime() + TimeUnit.NANOSECONDS.convert(fromNow);
    }

    /** {@return what is left, at least zero} */
    Duration left() {
        return Duration.ofNanos(Math.max(0, nanoTime - System.nanoTime()));
    }

    boolean hasPassed() {
        return left().isZero();
    }
}
