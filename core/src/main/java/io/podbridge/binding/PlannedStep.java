package io.podbridge.binding;

import io.podbridge.netlink.request.NetlinkRequest;
import java.util.List;

/**
 * One step of what would be done.
 *
 * @param name the step
 * @param holds whether all of it holds already
 * @param requests what would be asked of the kernel, in this order
 */
public record PlannedStep(String name, boolean holds, List<NetlinkRequest> requests) {

    /** Keeps a copy. */
    public PlannedStep {
        requests = List.copyOf(requests);
    }
}
