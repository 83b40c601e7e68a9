package io.podbridge.journal;

/** The thread was interrupted while it waited for a lock. Its flag is set again, and it holds nothing. */
public final class LockInterrupted extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String sentence;

    LockInterrupted(String sentence, InterruptedException cause) {
        super(sentence, cause);
        this.sentence = sentence;
    }

    /** {@return what was waited for, in one sentence} */
    public String sentence() {
        return sentence;
    }
}
