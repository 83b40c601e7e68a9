package io.podbridge.tests.events;

import io.podbridge.event.BindingListener;
import io.podbridge.event.PhaseEvent;
import io.podbridge.event.RequestEvent;
import io.podbridge.event.StepEvent;
import io.podbridge.event.VerbEvent;
import java.util.ArrayList;
import java.util.List;

/** Keeps what it hears. */
final class Heard implements BindingListener {
    final List<RequestEvent> requests = new ArrayList<>();
    final List<StepEvent> steps = new ArrayList<>();
    final List<PhaseEvent> phases = new ArrayList<>();
    final List<VerbEvent> verbs = new ArrayList<>();

    @Override
    public void requestAnswered(RequestEvent event) {
        requests.add(event);
    }

    @Override
    public void stepEnded(StepEvent event) {
        steps.add(event);
    }

    @Override
    public void phaseEnded(PhaseEvent event) {
        phases.add(event);
    }

    @Override
    public void verbEnded(VerbEvent event) {
        verbs.add(event);
    }

    /** {@return the ways of the binding, such as {@code PENDING->PREPARING}} */
    List<String> moves() {
        return phases.stream().map(event -> event.phase() + "->" + event.next()).toList();
    }
}
