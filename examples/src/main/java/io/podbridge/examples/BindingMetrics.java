package io.podbridge.examples;

import io.micrometer.core.instrument.MeterRegistry;
import io.podbridge.event.BindingListener;
import io.podbridge.event.PhaseEvent;
import io.podbridge.event.RequestEvent;
import io.podbridge.event.StepEvent;
import io.podbridge.event.VerbEvent;
import io.podbridge.netlink.NetlinkException;
import java.util.Optional;

/** Where the time of bindings goes, and what fails, as timers of Micrometer. No tag has a pod's name: there are too many of them. */
final class BindingMetrics implements BindingListener {
    private static final String NONE = "none";

    private final MeterRegistry registry;

    BindingMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    @Override
    public void verbEnded(VerbEvent event) {
        String failure = event.failure().map(thrown -> thrown.getClass().getSimpleName()).orElse(NONE);
        registry.timer("podbridge.verb", "verb", event.call().verb().name(), "failure", failure).record(event.time());
    }

    @Override
    public void phaseEnded(PhaseEvent event) {
        registry.timer("podbridge.phase", "phase", event.phase().name(), "next", event.next().name()).record(event.time());
    }

    @Override
    public void stepEnded(StepEvent event) {
        registry.timer("podbridge.step", "step", event.step(), "failure", kind(event.failure())).record(event.time());
    }

    @Override
    public void requestAnswered(RequestEvent event) {
        String request = event.outcome().request().getClass().getSimpleName();
        registry.timer("podbridge.request", "request", request, "failure", kind(event.outcome().failure())).record(event.time());
    }

    private static String kind(Optional<NetlinkException> failure) {
        return failure.map(thrown -> thrown.kind().name()).orElse(NONE);
    }
}
