package io.podbridge.panama.socket;

import java.time.Duration;

/** A moment after which nothing is waited for any more. */
final class Deadline {
    private final long nanoTime;

    Deadline(Duration fromNow) {
        nanoTime = System.nanoTime() + fromNow.toNanos();
    }

    /** {@return what is left, at least zero} */
    Duration left() {
        return Duration.ofNanos(Math.max(0, nanoTime - System.nanoTime()));
    }

    boolean hasPassed() {
        return left().isZero();
    }
}
