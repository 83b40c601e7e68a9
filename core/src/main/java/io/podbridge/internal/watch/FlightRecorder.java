package io.podbridge.internal.watch;

import io.podbridge.event.PhaseEvent;
import io.podbridge.event.RequestEvent;
import io.podbridge.event.StepEvent;
import io.podbridge.event.VerbEvent;

/** The JDK's flight recorder. Where nobody records any more, an event costs an object that is thrown away. */
final class FlightRecorder implements Recorder {

    /** {@return whether anybody has recorded in this JVM} */
    static boolean isInUse() {
        return jdk.jfr.FlightRecorder.isInitialized();
    }

    @Override
    public Span<VerbEvent> verb() {
        return new FlightVerb();
    }

    @Override
    public Span<PhaseEvent> phase() {
        return new FlightPhase();
    }

    @Override
    public Span<StepEvent> step() {
        return new FlightStep();
    }

    @Override
    public Span<RequestEvent> request() {
        return new FlightRequest();
    }
}
