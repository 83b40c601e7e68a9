package io.podbridge.event;

import io.podbridge.netlink.RequestListener;

/**
 * Hears what bindings do, for metrics and logs; {@code Bindings.withListener} takes it. Each method does nothing unless it is overridden.
 *
 * <p>It is called in the thread that does the verb's work, the calling one or one of the backend's, which waits for it; verbs of several
 * threads call it at once. That thread is at home meanwhile, and not in the pod's namespace, unless this process may enter that and not its
 * own. Requests, steps and changes of phase are told while the lock is held, if the verb takes it; the end of the verb, and of its last phase,
 * after that, in the calling thread. An exception that it throws is logged and goes no further: the verb goes on as if nothing were thrown.
 * An {@link Error} ends the verb, as a crash would.
 */
public interface BindingListener {
    /** Hears nothing. */
    BindingListener NONE = new BindingListener() {
    };

    /**
     * Who hears of requests alone.
     *
     * @param listener hears of each request
     * @return a listener that passes requests on to it
     */
    static BindingListener ofRequests(RequestListener listener) {
        return new BindingListener() {
            @Override
            public void requestAnswered(RequestEvent event) {
                listener.answered(event.outcome(), event.time());
            }
        };
    }

    /**
     * The kernel has answered a request.
     *
     * @param event the request, what became of it, and the time
     */
    default void requestAnswered(RequestEvent event) {}

    /**
     * A step has had its requests carried out, or a look at the namespace was taken.
     *
     * @param event the step, whether it failed, and the time
     */
    default void stepEnded(StepEvent event) {}

    /**
     * A binding has left a phase, or a verb has ended in it.
     *
     * @param event the phases and the time
     */
    default void phaseEnded(PhaseEvent event) {}

    /**
     * A verb has returned or thrown.
     *
     * @param event the verb, what it throws, and the time
     */
    default void verbEnded(VerbEvent event) {}
}
