package io.podbridge.iproute2.process;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** A moment after which nothing is waited for any more. */
public final class Deadline {
    private final long nanoTime;

    private Deadline(long nanoTime) {
        this.nanoTime = nanoTime;
    }

    /**
     * The moment so long from now; more than some centuries are taken for so many.
     *
     * @param time how long
     * @return the deadline
     */
    public static Deadline in(Duration time) {
        return new Deadline(System.nanoTime() + TimeUnit.NANOSECONDS.convert(time));
    }

    /** {@return what is left, at least zero} */
    public Duration left() {
        return Duration.ofNanos(Math.max(0, nanoTime - System.nanoTime()));
    }
}
