package io.podbridge.event;

import io.podbridge.binding.Phase;
import java.time.Duration;

/**
 * A binding was in a phase for as long as a verb worked on it, and went on to the next, or stays in it since the verb has ended. The times of
 * the phases of a call are the time of the call, but for the lock and the opening of the backend. A journal of a dead namespace that is set
 * aside goes from its phase to PENDING at once.
 *
 * @param call the verb, and on what it works
 * @param phase the phase that it was in
 * @param next the phase that it is in now, which the journal says already; the same if the verb ended in it
 * @param time how long this call was in it
 */
public record PhaseEvent(VerbCall call, Phase phase, Phase next, Duration time) {

    /** {@return whether the binding has moved, and not only the verb ended} */
    public boolean hasMoved() {
        return phase != next;
    }
}
