package io.podbridge;

import java.nio.file.Path;

/**
 * The journal could not be read or written. When reading failed, nothing was touched. When writing failed, the kernel was not changed
 * after that. The file is left as it is: mend the cause that the message names and call the same verb again.
 */
public final class JournalException extends BindingException {
    private static final long serialVersionUID = 1;

    private final transient Path file;
    private final String problem;

    /**
     * A journal that could not be read or written.
     *
     * @param file the file
     * @param problem what is wrong with it
     * @param message one sentence that names both
     * @param cause what was thrown below
     */
    public JournalException(Path file, String problem, String message, Throwable cause) {
        super(message, cause);
        this.file = file;
        this.problem = problem;
    }

    /** {@return the file} */
    public Path file() {
        return file;
    }

    /** {@return what is wrong with it} */
    public String problem() {
        return problem;
    }
}
