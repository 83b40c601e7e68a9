package io.podbridge.internal.engine;

import io.podbridge.netlink.request.NetlinkRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A step that did not get to its end. */
public final class StepFailure extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String step;
    private final String sentence;
    private final boolean interrupted;
    private final transient List<NetlinkRequest> inVain;

    private StepFailure(String step, String message, @Nullable Throwable cause, boolean interrupted,
            List<NetlinkRequest> inVain) {
        super(message, cause);
        this.step = step;
        this.sentence = message;
        this.interrupted = interrupted;
        this.inVain = inVain;
    }

    static StepFailure refused(String step, RuntimeException cause) {
        return inVain(step, cause, List.of());
    }

    static StepFailure inVain(String step, RuntimeException cause, List<NetlinkRequest> requests) {
        return new StepFailure(step, "step " + step + ": " + cause.getMessage(), cause, false, List.copyOf(requests));
    }

    static StepFailure stuck(String step, String message) {
        return new StepFailure(step, "step " + step + ": " + message, null, false, List.of());
    }

    static StepFailure interrupted(String step) {
        return new StepFailure(step, "interrupted before step " + step, null, true, List.of());
    }

    /** {@return the name of the step} */
    public String step() {
        return step;
    }

    /** {@return what went wrong} */
    public String sentence() {
        return sentence;
    }

    /** {@return the requests of the step of which each was for itself, where none of them succeeded} */
    public List<NetlinkRequest> inVain() {
        return inVain;
    }

    /** {@return whether the thread was interrupted before the step, and nothing failed} */
    public boolean isInterruption() {
        return interrupted;
    }
}
