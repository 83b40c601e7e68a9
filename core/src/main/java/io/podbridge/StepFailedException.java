package io.podbridge;

import io.podbridge.binding.Phase;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A step failed half-way. The kernel may have been changed; the journal knows. Call {@code preparePodNetworkInterface()} to go on, or
 * {@code release()} to go back; both work from any point. The cause, where there is one, is the kernel's answer.
 */
public final class StepFailedException extends BindingException {
    private static final long serialVersionUID = 1;

    /** The phase that the journal is left in. */
    private final Phase phase;
    /** The name of the step that failed. */
    private final String step;
    private final transient Optional<RuntimeException> rollbackFailure;

    /**
     * A failed step.
     *
     * @param phase the phase that the journal is left in
     * @param step the name of the step
     * @param message what went wrong
     * @param cause the kernel's answer, if there was one
     */
    public StepFailedException(Phase phase, String step, String message, @Nullable Throwable cause) {
        this(phase, step, message, cause, Optional.empty());
    }

    private StepFailedException(Phase phase, String step, String message, @Nullable Throwable cause,
            Optional<RuntimeException> rollback) {
        super(message, cause);
        this.phase = phase;
        this.step = step;
        this.rollbackFailure = rollback;
    }

    /**
     * The same failure, after going back failed too.
     *
     * @param failure why going back failed
     * @return the failure with both
     */
    public StepFailedException withRollbackFailure(RuntimeException failure) {
        StepFailedException both = new StepFailedException(phase, step,
                getMessage() + "; and going back failed as well: " + failure.getMessage() + "; call release", getCause(),
                Optional.of(failure));
        both.addSuppressed(failure);
        return both;
    }

    /** {@return the phase that the journal is left in} */
    public Phase phase() {
        return phase;
    }

    /** {@return the name of the step that failed} */
    public String step() {
        return step;
    }

    /** {@return why going back failed, where it was tried and failed} */
    public Optional<RuntimeException> rollbackFailure() {
        return rollbackFailure;
    }
}
