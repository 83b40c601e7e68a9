package io.podbridge.panama.wire;

/** Bytes that are not what netlink says they should be: cut off, or with lengths that do not fit. */
public final class WireException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /**
     * Bytes that do not fit.
     *
     * @param message what was expected and what was there
     */
    public WireException(String message) {
        super(message);
    }
}
