package io.podbridge.internal.watch;

import io.podbridge.event.StepEvent;
import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

@Name("podbridge.Step")
@Label("Step")
@Category("podbridge")
@Description("The requests of one step, or one look at the namespace")
@StackTrace(false)
final class FlightStep extends Event implements Span<StepEvent> {
    @Label("Call")
    String call = "";

    @Label("Step")
    String step = "";

    @Label("Requests")
    int requests;

    @Label("Failure")
    String failure = "";

    FlightStep() {
        begin();
    }

    @Override
    public void ended(StepEvent event) {
        end();
        if (shouldCommit()) {
            call = event.call().toString();
            step = event.step();
            requests = event.requests();
            failure = event.failure().map(RuntimeException::getMessage).orElse("");
            commit();
        }
    }
}
