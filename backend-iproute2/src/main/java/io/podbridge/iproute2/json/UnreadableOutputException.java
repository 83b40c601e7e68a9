package io.podbridge.iproute2.json;

/** What a command printed is not what this library can read: no JSON, JSON cut off, or a value that makes no sense. */
public final class UnreadableOutputException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Whether the namespace changed between two commands. */
    private final boolean outdated;

    private UnreadableOutputException(String command, String where, String problem, boolean outdated) {
        super("cannot read the output of \"" + command + "\": " + where + ": " + problem);
        this.outdated = outdated;
    }

    UnreadableOutputException(String command, String where, String problem) {
        this(command, where, problem, false);
    }

    /** The namespace changed between two commands, of which one refers to what the other told. */
    static UnreadableOutputException outdated(String command, String where, String problem) {
        return new UnreadableOutputException(command, where, problem, true);
    }

    /** {@return whether the namespace has changed since an earlier command was run, so that running both again may help} */
    public boolean isOutdated() {
        return outdated;
    }
}
