package io.podbridge;

import org.jspecify.annotations.Nullable;

/**
 * A verb of a binding failed. Each subclass says whether anything was touched and what to call next; the message is one clear
 * sentence.
 */
public abstract sealed class BindingException extends RuntimeException
        permits RefusedException, StepFailedException, BindingBusyException, JournalException, NamespaceGoneException,
        BindingInterruptedException {
    private static final long serialVersionUID = 1;

    /**
     * A failure.
     *
     * @param message one clear sentence
     */
    protected BindingException(String message) {
        super(message);
    }

    /**
     * A failure with what caused it.
     *
     * @param message one clear sentence
     * @param cause what was thrown below, if anything was
     */
    protected BindingException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
