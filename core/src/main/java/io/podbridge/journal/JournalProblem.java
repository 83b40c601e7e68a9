package io.podbridge.journal;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A journal could not be read or written. The file is left as it is. */
public final class JournalProblem extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Path path;
    private final String problem;
    private final String sentence;

    /**
     * A problem.
     *
     * @param operation what was done, as it reads after "cannot", such as {@code read the journal}
     * @param path the file or directory
     * @param problem what is wrong with it, in a clause that can follow a colon
     * @param cause what was thrown below, if anything was
     */
    public JournalProblem(String operation, Path path, String problem, @Nullable Throwable cause) {
        this("cannot " + operation + " " + path + ": " + problem, cause, path, problem);
    }

    private JournalProblem(String sentence, @Nullable Throwable cause, Path path, String problem) {
        super(sentence, cause);
        this.path = path;
        this.problem = problem;
        this.sentence = sentence;
    }

    /** {@return the file or directory} */
    public Path path() {
        return path;
    }

    /** {@return what is wrong with it} */
    public String problem() {
        return problem;
    }

    /** {@return operation, file and problem in one sentence} */
    public String sentence() {
        return sentence;
    }
}
