package io.podbridge.journal;

/** Somebody else holds the lock. */
public final class LockBusy extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String sentence;
    private final String holder;

    LockBusy(String sentence, String holder) {
        super(sentence);
        this.sentence = sentence;
        this.holder = holder;
    }

    /** {@return who holds what, in one sentence} */
    public String sentence() {
        return sentence;
    }

    /** {@return who holds it, such as {@code process 4711}} */
    public String holder() {
        return holder;
    }
}
