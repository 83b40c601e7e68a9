package io.podbridge.event;

import java.time.Duration;
import java.util.Optional;

/**
 * A verb has returned or thrown.
 *
 * @param call the verb, and on what it worked
 * @param time from the call to its end, waiting for the lock and opening the backend included
 * @param failure what it throws to its caller; absent if it succeeded
 */
public record VerbEvent(VerbCall call, Duration time, Optional<RuntimeException> failure) {}
