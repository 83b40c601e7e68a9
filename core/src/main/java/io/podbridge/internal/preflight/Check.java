package io.podbridge.internal.preflight;

import io.podbridge.binding.Refusal;
import java.util.List;

/** One look at a pod before it is touched. */
interface Check {

    /** {@return why the pod is refused; empty if this check has nothing against it} */
    List<Refusal> refusals();
}
