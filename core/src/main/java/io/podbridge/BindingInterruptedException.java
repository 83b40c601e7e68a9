package io.podbridge;

/**
 * The thread was interrupted; its flag is set again. A request that had begun was finished, the journal is valid. Call
 * {@code preparePodNetworkInterface()} to go on, or {@code release()} to go back.
 */
public final class BindingInterruptedException extends BindingException {
    private static final long serialVersionUID = 1;

    /**
     * An interruption.
     *
     * @param message one sentence that says before which step
     */
    public BindingInterruptedException(String message) {
        super(message);
    }
}
