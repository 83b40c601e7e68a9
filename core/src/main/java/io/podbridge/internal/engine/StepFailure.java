package io.podbridge.internal.engine;

import org.jspecify.annotations.Nullable;

/** A step that did not get to its end. */
public final class StepFailure extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String step;
    private final String sentence;
    private final boolean interrupted;

    private StepFailure(String step, String message, @Nullable Throwable cause, boolean interrupted) {
        super(message, cause);
        this.step = step;
        this.sentence = message;
        this.interrupted = interrupted;
    }

    static StepFailure refused(String step, RuntimeException cause) {
        return new StepFailure(step, "step " + step + ": " + cause.getMessage(), cause, false);
    }

    static StepFailure stuck(String step, String message) {
        return new StepFailure(step, "step " + step + ": " + message, null, false);
    }

    static StepFailure interrupted(String step) {
        return new StepFailure(step, "interrupted before step " + step, null, true);
    }

    /** {@return the name of the step} */
    public String step() {
        return step;
    }

    /** {@return what went wrong} */
    public String sentence() {
        return sentence;
    }

    /** {@return whether the thread was interrupted before the step, and nothing failed} */
    public boolean isInterruption() {
        return interrupted;
    }
}
