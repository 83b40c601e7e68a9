package io.podbridge.internal.preflight;

import io.podbridge.binding.Refusal;
import io.podbridge.binding.Refusal.Code;
import java.util.List;

/** Whether all routes could be given back. */
final class RoutesCheck implements Check {
    private final Candidate candidate;

    RoutesCheck(Candidate candidate) {
        this.candidate = candidate;
    }

    /** The kernel deletes the next-hop objects of a link that goes down, and the routes that use them. */
    @Override
    public List<Refusal> refusals() {
        return candidate.pod().routes().stream().filter(route -> route.nextHopId().isPresent())
                .map(route -> new Refusal(Code.ROUTE_NOT_RESTORABLE, "the route " + route + " uses the next-hop object "
                        + route.nextHopId().getAsLong()
                        + ", which goes with the NIC and would not come back; replace it by a plain route"))
                .toList();
    }
}
