package io.podbridge;

/** The pod's namespace is gone, or leads elsewhere than when it was looked up. Nothing was touched. Forget the binding. */
public final class NamespaceGoneException extends BindingException {
    private static final long serialVersionUID = 1;

    /**
     * A namespace that is gone.
     *
     * @param message one sentence
     * @param cause what was thrown below
     */
    public NamespaceGoneException(String message, Throwable cause) {
        super(message, cause);
    }
}
