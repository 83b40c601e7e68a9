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
        /** A word cannot be told to it. */
        UNSPEAKABLE,
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

    static ToolException unspeakable(String word, String charsets) {
        return new ToolException(Reason.UNSPEAKABLE,
                "no command line can have \"" + word.replace("\0", "\\0") + "\" in it, in the charsets of this JVM "
                        + charsets
                        + "; a zero byte has no place in any, and for other characters the locale has to be one of UTF-8");
    }

    /**
     * A program that was not even started, since the deadline had passed before.
     *
     * @param what a clause that says what took the time
     * @return the exception, TIMEOUT
     */
    public static ToolException late(String what) {
        return new ToolException(Reason.TIMEOUT, what);
    }

    /**
     * Nothing is left that held the namespace.
     *
     * @param why a clause that says why
     * @return the exception, BROKEN
     */
    public static ToolException lost(String why) {
        return new ToolException(Reason.BROKEN, "the place in the namespace was lost: " + why);
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
