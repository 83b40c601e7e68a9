package io.podbridge.internal.engine;

import io.podbridge.binding.Refusal;
import java.util.List;

/** There are reasons not to touch the pod. */
public final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient List<Refusal> refusals;

    Refused(List<Refusal> refusals) {
        super(refusals.toString());
        this.refusals = List.copyOf(refusals);
    }

    /** {@return the reasons} */
    public List<Refusal> refusals() {
        return refusals;
    }
}
