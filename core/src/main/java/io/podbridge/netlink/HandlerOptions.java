package io.podbridge.netlink;

import java.time.Duration;

/**
 * What a handler is opened with.
 *
 * @param namespace the namespace that it talks about
 * @param deadline how long one call may take, resending included; the kernel's own work cannot be cut short
 * @param listener hears of each request
 */
public record HandlerOptions(NetworkNamespace namespace, Duration deadline, RequestListener listener) {
    /** How long one call may take unless said otherwise: deleting links on a busy machine takes seconds. */
    public static final Duration DEFAULT_DEADLINE = Duration.ofSeconds(30);

    /**
     * Checks the deadline.
     *
     * @throws IllegalArgumentException if the deadline is not positive
     */
    public HandlerOptions {
        if (deadline.isNegative() || deadline.isZero()) {
            throw new IllegalArgumentException("a deadline is positive, not " + deadline);
        }
    }

    /**
     * Options with the default deadline and no listener.
     *
     * @param namespace the namespace
     * @return the options
     */
    public static HandlerOptions of(NetworkNamespace namespace) {
        return new HandlerOptions(namespace, DEFAULT_DEADLINE, RequestListener.NONE);
    }

    /**
     * The same with another deadline.
     *
     * @param longest how long one call may take
     * @return the options
     */
    public HandlerOptions withDeadline(Duration longest) {
        return new HandlerOptions(namespace, longest, listener);
    }

    /**
     * The same with another listener.
     *
     * @param hears hears of each request
     * @return the options
     */
    public HandlerOptions withListener(RequestListener hears) {
        return new HandlerOptions(namespace, deadline, hears);
    }
}
