package io.podbridge.internal.watch;

import io.podbridge.event.VerbEvent;
import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

@Name("podbridge.Verb")
@Label("Verb")
@Category("podbridge")
@Description("One call of a verb of a binding, waiting for the lock included")
@StackTrace(false)
final class FlightVerb extends Event implements Span<VerbEvent> {
    @Label("Verb")
    String verb = "";

    @Label("Namespace")
    String namespace = "";

    @Label("Interface")
    String interfaceName = "";

    @Label("Failure")
    String failure = "";

    FlightVerb() {
        begin();
    }

    @Override
    public void ended(VerbEvent event) {
        end();
        if (shouldCommit()) {
            verb = event.call().verb().name();
            namespace = event.call().namespace().toString();
            interfaceName = event.call().interfaceName();
            failure = event.failure().map(RuntimeException::toString).orElse("");
            commit();
        }
    }
}
