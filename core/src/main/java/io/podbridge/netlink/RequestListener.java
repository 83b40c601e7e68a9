package io.podbridge.netlink;

import java.time.Duration;

/** Hears of each request as it goes, in the thread that sends it. What it throws goes to the caller, so it had better not. */
@FunctionalInterface
public interface RequestListener {
    /** Hears nothing. */
    RequestListener NONE = (outcome, time) -> {};

    /**
     * A request was answered.
     *
     * @param outcome the request and what became of it; never {@code NOT_SENT}
     * @param time from sending to the answer
     */
    void answered(RequestOutcome outcome, Duration time);
}
