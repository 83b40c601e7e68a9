package io.podbridge.journal;

/** Somebody else holds the lock. */
public final class LockBusy extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String holder;

    LockBusy(String message, String holder) {
        super(message);
        this.holder = holder;
    }

    /** {@return who holds it, such as {@code process 4711}} */
    public String holder() {
        return holder;
    }
}
