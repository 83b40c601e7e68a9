package io.podbridge.panama.socket;

/** The kernel refused, or did not answer as it should. */
public final class ConversationException extends Exception {
    private static final long serialVersionUID = 1;
    private static final int EMSGSIZE = 90;
    private static final int ETIMEDOUT = 110;

    /** The positive error number; 0 for an interrupted dump. */
    private final int errno;
    /** The kernel's own words, or empty. */
    private final String words;
    /** What went wrong. */
    private final Problem problem;

    private enum Problem {
        REFUSED,
        INTERRUPTED_DUMP,
        CUT_OFF
    }

    private ConversationException(int errno, String words, Problem problem) {
        super(words);
        this.errno = errno;
        this.words = words;
        this.problem = problem;
    }

    static ConversationException refused(int errno, String words) {
        return new ConversationException(errno, words, Problem.REFUSED);
    }

    static ConversationException timedOut() {
        return new ConversationException(ETIMEDOUT, "no answer within the deadline", Problem.REFUSED);
    }

    static ConversationException interruptedDump(int tries) {
        return new ConversationException(0, "the table changed while it was read, " + tries + " times in a row",
                Problem.INTERRUPTED_DUMP);
    }

    static ConversationException cutOff(int length) {
        return new ConversationException(EMSGSIZE, "an answer of " + length + " bytes was cut off; ask again", Problem.CUT_OFF);
    }

    /** {@return the positive error number; 0 for an interrupted dump} */
    public int errno() {
        return errno;
    }

    /** {@return the kernel's own words, or empty} */
    public String words() {
        return words;
    }

    /** {@return whether a table changed again and again while it was read} */
    public boolean isInterruptedDump() {
        return problem == Problem.INTERRUPTED_DUMP;
    }

    /** {@return whether the same question can be answered now, since there is room for the answer} */
    boolean isCutOff() {
        return problem == Problem.CUT_OFF;
    }
}
