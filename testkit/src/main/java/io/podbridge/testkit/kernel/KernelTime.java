package io.podbridge.testkit.kernel;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** The kernel's clock, which can be moved on. */
final class KernelTime {
    private final Clock clock;
    private Duration ahead = Duration.ZERO;

    KernelTime(Clock clock) {
        this.clock = clock;
    }

    Instant now() {
        return clock.instant().plus(ahead);
    }

    long secondsSince(Instant moment) {
        return Duration.between(moment, now()).toSeconds();
    }

    void advance(Duration time) {
        ahead = ahead.plus(time);
    }
}
