package io.podbridge.event;

import io.podbridge.netlink.NetlinkException;
import java.time.Duration;
import java.util.Optional;

/**
 * A step has had its requests carried out, or a look at the namespace was taken. A step that holds already has nothing to do and is not told.
 *
 * @param call the verb, and on what it works
 * @param step its name, as plan, verify and errors show it; {@link #LOOK} for reading
 * @param requests how many requests it had; none for reading
 * @param time how long it took
 * @param failure the first failure of its requests or of reading; a step whose requests are each for themselves may go on all the same
 */
public record StepEvent(VerbCall call, String step, int requests, Duration time, Optional<NetlinkException> failure) {
    /** Reading what is in the namespace, which happens before the steps, and again after them. */
    public static final String LOOK = "look";
}
