package io.podbridge.cli.output;

import org.jspecify.annotations.Nullable;

/** A command cannot do what it was asked for; the message is one clear sentence. */
public final class CommandException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /**
     * A failure of the command itself.
     *
     * @param sentence what cannot be done, why, and what to do
     * @param cause what was thrown below, if anything was
     */
    public CommandException(String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
    }

    /**
     * A failure that nothing caused.
     *
     * @param sentence what cannot be done, why, and what to do
     */
    public CommandException(String sentence) {
        this(sentence, null);
    }
}
