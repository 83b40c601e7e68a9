package io.podbridge.panama.socket;

/** The kernel refused, or did not answer as it should. */
public final class ConversationException extends Exception {
    private static final long serialVersionUID = 1;
    private static final int ETIMEDOUT = 110;

    /** The positive error number; 0 for an interrupted dump. */
    private final int errno;
    /** The kernel's own words, or empty. */
    private final String words;
    /** Whether a table changed again and again while it was read. */
    private final boolean interruptedDump;

    private ConversationException(int errno, String words, boolean interruptedDump) {
        super(words);
        this.errno = errno;
        this.words = words;
        this.interruptedDump = interruptedDump;
    }

    static ConversationException refused(int errno, String words) {
        return new ConversationException(errno, words, false);
    }

    static ConversationException timedOut() {
        return new ConversationException(ETIMEDOUT, "no answer within the deadline", false);
    }

    static ConversationException interruptedDump(int tries) {
        return new ConversationException(0, "the table changed while it was read, " + tries + " times in a row", true);
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
        return interruptedDump;
    }
}
