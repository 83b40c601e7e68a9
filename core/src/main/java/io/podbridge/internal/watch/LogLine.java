package io.podbridge.internal.watch;

import io.podbridge.event.PhaseEvent;
import io.podbridge.event.RequestEvent;
import io.podbridge.event.StepEvent;
import io.podbridge.event.VerbEvent;
import io.podbridge.netlink.request.Command;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** An event as one line of a log. Each begins with a word of its own, so that it can be looked for; {@code docs/observing.md} lists them. */
final class LogLine {
    private static final double NANOS_PER_MILLI = 1e6;

    private LogLine() {}

    static String of(VerbEvent event) {
        return "verb " + event.call() + outcome(event.time(), event.failure());
    }

    static String of(PhaseEvent event) {
        return "phase " + event.phase() + " -> " + event.next() + " in " + event.call() + " after " + millis(event.time());
    }

    static String of(StepEvent event) {
        return "step " + event.step() + " in " + event.call() + outcome(event.time(), event.failure());
    }

    static String of(RequestEvent event) {
        return "request " + commands(event) + " in " + event.call() + outcome(event.time(), event.outcome().failure());
    }

    /** {@return the request in the words of ip(8)} */
    static String commands(RequestEvent event) {
        return event.outcome().request().commands().stream().map(Command::toString).collect(Collectors.joining("; "));
    }

    private static String outcome(Duration time, Optional<? extends RuntimeException> failure) {
        return failure.map(why -> " failed after " + millis(time) + ": " + why.getMessage()).orElse(" done in " + millis(time));
    }

    private static String millis(Duration time) {
        return String.format(Locale.ROOT, "%.3f ms", time.toNanos() / NANOS_PER_MILLI);
    }
}
