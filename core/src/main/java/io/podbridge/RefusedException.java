package io.podbridge;

import io.podbridge.binding.Refusal;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Preflight found reasons not to touch the pod. Nothing was touched. Remove the causes, or change the {@code BridgeBinding}, and call
 * the same verb again.
 */
public final class RefusedException extends BindingException {
    private static final long serialVersionUID = 1;

    private final transient List<Refusal> refusals;

    /**
     * A refusal.
     *
     * @param refusals at least one reason
     */
    public RefusedException(List<Refusal> refusals) {
        super(refusals.stream().map(Refusal::message).collect(Collectors.joining("; ")));
        this.refusals = List.copyOf(refusals);
    }

    /** {@return the reasons} */
    public List<Refusal> refusals() {
        return refusals;
    }
}
