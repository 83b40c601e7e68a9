package io.podbridge.internal.step;

import io.podbridge.internal.pod.Observed;

/** One step. What it wants depends on what it was made with alone, so that running it again ends in the same state. */
public interface Step {

    /** {@return its name, as plan, verify and errors show it} */
    String name();

    /**
     * Holds what was observed against what this step wants.
     *
     * @param observed the namespace
     * @return what does not hold, and what to do about it
     */
    Assessment assess(Observed observed);
}
