package io.podbridge.internal.watch;

import io.podbridge.event.PhaseEvent;
import io.podbridge.event.RequestEvent;
import io.podbridge.event.StepEvent;
import io.podbridge.event.VerbEvent;

/** Keeps what happens with the time at which it began. */
interface Recorder {
    /** Keeps nothing. */
    Recorder NONE = new Recorder() {
        @Override
        public Span<VerbEvent> verb() {
            return event -> {};
        }

        @Override
        public Span<PhaseEvent> phase() {
            return event -> {};
        }

        @Override
        public Span<StepEvent> step() {
            return event -> {};
        }

        @Override
        public Span<RequestEvent> request() {
            return event -> {};
        }
    };

    /** A verb begins. */
    Span<VerbEvent> verb();

    /** A phase begins. */
    Span<PhaseEvent> phase();

    /** A step begins. */
    Span<StepEvent> step();

    /** A request begins. */
    Span<RequestEvent> request();
}
