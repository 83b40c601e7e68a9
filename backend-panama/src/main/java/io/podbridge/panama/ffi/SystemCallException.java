package io.podbridge.panama.ffi;

/** A system call failed. */
public final class SystemCallException extends Exception {
    private static final long serialVersionUID = 1;

    /** The positive error number. */
    private final int errno;

    SystemCallException(String call, int errno) {
        super(call + ": errno " + errno);
        this.errno = errno;
    }

    /** {@return the positive error number} */
    public int errno() {
        return errno;
    }
}
