package io.podbridge.event;

import io.podbridge.netlink.RequestOutcome;
import java.time.Duration;

/**
 * The kernel has answered a request.
 *
 * @param call the verb, and on what it works
 * @param outcome the request and what became of it
 * @param time from sending to the answer
 */
public record RequestEvent(VerbCall call, RequestOutcome outcome, Duration time) {}
