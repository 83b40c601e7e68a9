package io.podbridge;

import io.podbridge.journal.JournalProblem;
import java.nio.file.Path;

/**
 * The journal could not be read or written. When reading failed, nothing was touched. When writing failed, the kernel was not changed
 * after that. The file is left as it is: mend the cause that the message names and call the same verb again.
 */
public final class JournalException extends BindingException {
    private static final long serialVersionUID = 1;

    private final transient Path file;
    /** What is wrong with the file. */
    private final String problem;

    JournalException(JournalProblem cause) {
        super(cause.sentence(), cause);
        this.file = cause.path();
        this.problem = cause.problem();
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
