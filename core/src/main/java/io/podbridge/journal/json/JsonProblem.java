package io.podbridge.journal.json;

import org.jspecify.annotations.Nullable;

/** A JSON text that is not what it should be. The message begins with where that is, such as {@code $.pod.routes[2].metric}. */
public final class JsonProblem extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String clause;

    /**
     * A problem.
     *
     * @param path where it is, {@code $} for the whole
     * @param predicate what is wrong, as it reads after the path, such as {@code is missing}
     */
    public JsonProblem(String path, String predicate) {
        this(path, predicate, null);
    }

    /**
     * A problem that something else found.
     *
     * @param path where it is, {@code $} for the whole
     * @param predicate what is wrong, as it reads after the path
     * @param cause what was thrown below, if anything was
     */
    public JsonProblem(String path, String predicate, @Nullable Throwable cause) {
        super(path + " " + predicate, cause);
        this.clause = path + " " + predicate;
    }

    /** {@return place and problem, in a clause that can follow a colon} */
    public String clause() {
        return clause;
    }
}
