package io.podbridge.internal.watch;

import io.podbridge.event.PhaseEvent;
import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

@Name("podbridge.Phase")
@Label("Phase")
@Category("podbridge")
@Description("How long a binding was in a phase during one call of a verb")
@StackTrace(false)
final class FlightPhase extends Event implements Span<PhaseEvent> {
    @Label("Call")
    String call = "";

    @Label("Phase")
    String phase = "";

    @Label("Next Phase")
    String next = "";

    FlightPhase() {
        begin();
    }

    @Override
    public void ended(PhaseEvent event) {
        end();
        if (shouldCommit()) {
            call = event.call().toString();
            phase = event.phase().name();
            next = event.next().name();
            commit();
        }
    }
}
