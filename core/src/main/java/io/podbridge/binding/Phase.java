package io.podbridge.binding;

import java.util.Set;

/**
 * How far a binding is. The journal holds it, and is written before the kernel is touched.
 *
 * <pre>
 * PENDING ----discover----&gt; DISCOVERED ----prepare----&gt; PREPARING ----&gt; PREPARED
 * PREPARING, PREPARED ----release----&gt; RELEASING ----&gt; PENDING
 * DISCOVERED ----release----&gt; PENDING
 * </pre>
 *
 * Prepare discovers first, without a journal of that.
 */
public enum Phase {
    /** Nothing is known and nothing was touched; there is no journal. */
    PENDING,
    /** The pod's interface was read and the kernel is untouched. It is read anew before anything is done. */
    DISCOVERED,
    /** The kernel is being changed, or was when the process ended. Prepare goes on, release goes back. */
    PREPARING,
    /** All of it holds. Prepare mends what has drifted, release gives the pod its network back. */
    PREPARED,
    /** The pod is being given its network back. Release goes on. */
    RELEASING;

    /**
     * Moves to another phase.
     *
     * @param next where to
     * @return the next phase
     * @throws IllegalStateException if no arrow leads there
     */
    public Phase to(Phase next) {
        if (!successors().contains(next)) {
            throw new IllegalStateException("a binding in phase " + this + " cannot become " + next);
        }
        return next;
    }

    /** {@return whether the kernel may have been changed} */
    public boolean hasTouchedKernel() {
        return this == PREPARING || this == PREPARED || this == RELEASING;
    }

    private Set<Phase> successors() {
        return switch (this) {
            case PENDING -> Set.of(DISCOVERED);
            case DISCOVERED -> Set.of(DISCOVERED, PREPARING, PENDING);
            case PREPARING -> Set.of(PREPARED, RELEASING);
            case PREPARED -> Set.of(RELEASING);
            case RELEASING -> Set.of(PENDING);
        };
    }
}
