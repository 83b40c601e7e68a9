package io.podbridge;

/** Somebody else works on the same interface of the same namespace. Nothing was touched. Call again later, or wait longer for the lock. */
public final class BindingBusyException extends BindingException {
    private static final long serialVersionUID = 1;

    /** Who holds the lock. */
    private final String holder;

    /**
     * The lock is held.
     *
     * @param message one sentence
     * @param holder who holds it, such as {@code process 4711}
     * @param cause what was thrown below
     */
    public BindingBusyException(String message, String holder, Throwable cause) {
        super(message, cause);
        this.holder = holder;
    }

    /** {@return who holds the lock} */
    public String holder() {
        return holder;
    }
}
