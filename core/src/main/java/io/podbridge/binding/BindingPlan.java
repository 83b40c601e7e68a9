package io.podbridge.binding;

import java.util.List;

/**
 * What {@code prepare} would do now. Indices, the bridge's MAC address and temporary names are random, and those of the real run
 * differ.
 *
 * @param phase how far the binding is
 * @param refusals why it would not be begun; then nothing would be done
 * @param warnings what works less well in this pod
 * @param steps the steps in order, those that hold included
 */
public record BindingPlan(Phase phase, List<Refusal> refusals, List<String> warnings, List<PlannedStep> steps) {

    /** Keeps copies. */
    public BindingPlan {
        refusals = List.copyOf(refusals);
        warnings = List.copyOf(warnings);
        steps = List.copyOf(steps);
    }
}
