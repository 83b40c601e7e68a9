package io.podbridge.internal.watch;

import io.podbridge.event.BindingListener;
import io.podbridge.event.PhaseEvent;
import io.podbridge.event.RequestEvent;
import io.podbridge.event.StepEvent;
import io.podbridge.event.VerbEvent;
import java.lang.System.Logger.Level;
import java.util.function.Consumer;
import java.util.function.Function;

/** Who hears: the recorder, the log and the listener, in this order. */
final class Audience {
    private static final System.Logger LOG = System.getLogger("io.podbridge");

    private final Recorder recorder;
    private final BindingListener listener;
    private Level complaint = Level.WARNING;

    Audience(Recorder recorder, BindingListener listener) {
        this.recorder = recorder;
        this.listener = listener;
    }

    Span<VerbEvent> verb() {
        return heard(recorder.verb(), LogLine::of, listener::verbEnded);
    }

    Span<PhaseEvent> phase() {
        return heard(recorder.phase(), LogLine::of, listener::phaseEnded);
    }

    Span<StepEvent> step() {
        return heard(recorder.step(), LogLine::of, listener::stepEnded);
    }

    Span<RequestEvent> request() {
        return heard(recorder.request(), LogLine::of, listener::requestAnswered);
    }

    private <E> Span<E> heard(Span<E> recorded, Function<E, String> line, Consumer<E> listener) {
        return event -> {
            recorded.ended(event);
            LOG.log(Level.DEBUG, () -> line.apply(event));
            tell(() -> listener.accept(event));
        };
    }

    /** The first failure of a call is for the operator; who fails once may well fail at each of a hundred events. */
    private void tell(Runnable listener) {
        try {
            listener.run();
        } catch (RuntimeException e) {
            LOG.log(complaint, "listener failed: " + e, e);
            complaint = Level.DEBUG;
        }
    }
}
