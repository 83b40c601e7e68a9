package io.podbridge.internal.step;

import io.podbridge.binding.Drift;
import io.podbridge.netlink.request.NetlinkRequest;
import java.util.List;

/**
 * What a step found.
 *
 * @param drift what does not hold
 * @param requests what makes it hold, in this order; may be there without drift, for what is only needed on the way
 * @param mode how the requests are to be carried out
 */
public record Assessment(List<Drift> drift, List<NetlinkRequest> requests, Mode mode) {

    /** How requests are carried out. */
    public enum Mode {
        /** One after the other; the first failure ends the verb. */
        STRICT,
        /** One after the other; then the namespace must be looked at again before the next step. */
        LOOK_AGAIN,
        /** As {@link #STRICT}, but where an earlier step has changed anything not before the namespace has been looked at again. */
        AFTER_ANOTHER_LOOK,
        /** Each for itself, since one may need another that comes later; tried again, before the next step, as long as any succeeds. */
        EACH_FOR_ITSELF
    }

    /** Keeps copies. */
    public Assessment {
        drift = List.copyOf(drift);
        requests = List.copyOf(requests);
    }

    /** {@return whether there is nothing to do} */
    public boolean holds() {
        return drift.isEmpty() && requests.isEmpty();
    }
}
