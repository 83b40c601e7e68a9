package io.podbridge.iproute2.process;

/** A program could not be run to its end; what it says about its own work is no such failure. */
public final class ToolException extends Exception {
    private static final long serialVersionUID = 1;

    /** Why a program could not be run to its end. */
    public enum Reason {
        /** There is no such program on the path. */
        MISSING,
        /** The deadline passed, and it was killed. */
        TIMEOUT,
        /** It refused, and said why. */
        REFUSED,
        /** It could not be started, or talked to. */
        BROKEN
    }

    /** What kind of failure it is. */
    private final Reason reason;
    /** What the tool said, or what is said of it. */
    private final String words;

    private ToolException(Reason reason, String words) {
        super(words);
        this.reason = reason;
        this.words = words;
    }

    static ToolException missing(String program, SearchPath path) {
        return new ToolException(Reason.MISSING, "there is no program \"" + program + "\" on the PATH (" + path + ")");
    }

    static ToolException timeout(String program) {
        return new ToolException(Reason.TIMEOUT, program + " had not answered when the deadline had passed, and was killed");
    }

    static ToolException broken(String program, Exception cause) {
        ToolException broken = new ToolException(Reason.BROKEN, program + " cannot be run: " + cause.getMessage());
        broken.initCause(cause);
        return broken;
    }

    static ToolException refused(String words) {
        return new ToolException(Reason.REFUSED, words);
    }

    /** {@return why} */
    public Reason reason() {
        return reason;
    }

    /** {@return the message: a clause, or what the program said} */
    public String words() {
        return words;
    }
}
