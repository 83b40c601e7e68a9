package io.podbridge.internal.watch;

import io.podbridge.event.BindingListener;
import io.podbridge.event.RequestEvent;
import io.podbridge.event.StepEvent;
import io.podbridge.event.VerbCall;
import io.podbridge.event.VerbEvent;
import io.podbridge.journal.BindingJournal;
import io.podbridge.netlink.NetlinkException;
import io.podbridge.netlink.NetlinkHandler;
import io.podbridge.netlink.RequestListener;
import io.podbridge.netlink.RequestOutcome;
import io.podbridge.netlink.request.NetlinkRequest;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Watches one call of a verb, from the thread that works on it. */
public final class Watch implements RequestListener {
    private final VerbCall call;
    private final Audience audience;
    private final PhaseWatch phases;
    private Span<RequestEvent> request;

    /**
     * Watches a call.
     *
     * @param call the call
     * @param listener hears of it
     */
    public Watch(VerbCall call, BindingListener listener) {
        this.call = call;
        this.audience = new Audience(Recorders.current(), listener);
        this.phases = new PhaseWatch(call, audience);
        this.request = audience.request();
    }

    /**
     * Does all of the verb.
     *
     * @param verb what to do
     * @param <T> what comes of it
     * @return what came of it
     */
    public <T> T verb(Supplier<T> verb) {
        Span<VerbEvent> span = audience.verb();
        long begun = System.nanoTime();
        try {
            T result = verb.get();
            phases.end();
            span.ended(new VerbEvent(call, since(begun), Optional.empty()));
            return result;
        } catch (RuntimeException e) {
            phases.end();
            span.ended(new VerbEvent(call, since(begun), Optional.of(e)));
            throw e;
        }
    }

    /**
     * Has the requests of a step carried out.
     *
     * @param name the step
     * @param handler carries them out
     * @param requests the requests
     * @return what became of each
     */
    public List<RequestOutcome> step(String name, NetlinkHandler handler, List<NetlinkRequest> requests) {
        Span<StepEvent> span = audience.step();
        long begun = System.nanoTime();
        request = audience.request();
        List<RequestOutcome> outcomes = handler.execute(requests);
        Optional<NetlinkException> failure = outcomes.stream().flatMap(outcome -> outcome.failure().stream()).findFirst();
        span.ended(new StepEvent(call, name, requests.size(), since(begun), failure));
        return outcomes;
    }

    /**
     * Looks at the namespace.
     *
     * @param look looks
     * @param <T> what is seen
     * @return what was seen
     */
    public <T> T look(Supplier<T> look) {
        Span<StepEvent> span = audience.step();
        long begun = System.nanoTime();
        try {
            T seen = look.get();
            span.ended(new StepEvent(call, StepEvent.LOOK, 0, since(begun), Optional.empty()));
            return seen;
        } catch (NetlinkException e) {
            span.ended(new StepEvent(call, StepEvent.LOOK, 0, since(begun), Optional.of(e)));
            throw e;
        }
    }

    /** What stands between two answers is the sending of the second. */
    @Override
    public void answered(RequestOutcome outcome, Duration time) {
        request.ended(new RequestEvent(call, outcome, time));
        request = audience.request();
    }

    /**
     * Watches which phases a journal goes through.
     *
     * @param journal the journal of the binding
     * @return the same journal, watched
     */
    public BindingJournal journal(BindingJournal journal) {
        return new WatchedJournal(journal, phases);
    }

    private static Duration since(long begun) {
        return Duration.ofNanos(System.nanoTime() - begun);
    }
}
