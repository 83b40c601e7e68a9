package io.podbridge.internal.watch;

import io.podbridge.binding.Phase;
import io.podbridge.event.PhaseEvent;
import io.podbridge.event.VerbCall;
import java.time.Duration;
import java.util.Optional;

/** The phase in which a binding is, as far as its journal has told, and since when. */
final class PhaseWatch {
    private final VerbCall call;
    private final Audience audience;
    private Optional<Stay> stay = Optional.empty();

    PhaseWatch(VerbCall call, Audience audience) {
        this.call = call;
        this.audience = audience;
    }

    /** A phase, and since when. */
    private record Stay(Phase phase, long begun, Span<PhaseEvent> span) {}

    /** The journal tells a phase: where the verb begins, or where the binding goes on to. */
    void told(Phase phase) {
        if (stay.map(Stay::phase).filter(current -> current == phase).isEmpty()) {
            leave(phase);
            stay = Optional.of(new Stay(phase, System.nanoTime(), audience.phase()));
        }
    }

    /** The verb ends in the phase where it is. */
    void end() {
        stay.ifPresent(current -> leave(current.phase));
        stay = Optional.empty();
    }

    private void leave(Phase next) {
        stay.ifPresent(current -> current.span
                .ended(new PhaseEvent(call, current.phase, next, Duration.ofNanos(System.nanoTime() - current.begun))));
    }
}
