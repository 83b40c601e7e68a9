package io.podbridge.iproute2.json;

/** What a command printed is not what this library can read: no JSON, JSON cut off, or a value that makes no sense. */
public final class UnreadableOutputException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String command;

    UnreadableOutputException(String command, String where, String problem) {
        super("cannot read the output of \"" + command + "\": " + where + ": " + problem);
        this.command = command;
    }

    /** {@return the command that printed it} */
    public String command() {
        return command;
    }
}
