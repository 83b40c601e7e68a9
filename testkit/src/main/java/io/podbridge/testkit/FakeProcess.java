package io.podbridge.testkit;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The process that the handlers of a {@link FakeKernel} belong to: what shall strike it, what it has sent, and whether it lives. Used under the
 * machine's lock.
 */
final class FakeProcess {
    private final List<RecordedRequest> requests = new ArrayList<>();
    private final Set<FakeNetlinkHandler> open = new LinkedHashSet<>();
    private PendingFaults faults = new PendingFaults(Faults.none());
    private Optional<SimulatedCrash> death = Optional.empty();

    /** Another process takes the place of a dead one; a live one goes on. */
    void begin(Faults wanted) {
        faults = new PendingFaults(wanted);
        death = Optional.empty();
    }

    PendingFaults faults() {
        return faults;
    }

    void requireLife() {
        death.ifPresent(crash -> {
            throw crash;
        });
    }

    void opened(FakeNetlinkHandler handler) {
        open.add(handler);
    }

    void closed(FakeNetlinkHandler handler) {
        open.remove(handler);
    }

    /** With a process go all of its handlers. */
    void die(SimulatedCrash crash) {
        death = Optional.of(crash);
        open.forEach(handler -> handler.die(crash));
        open.clear();
    }

    void record(RecordedRequest request) {
        requests.add(request);
    }

    List<RecordedRequest> requests() {
        return List.copyOf(requests);
    }

    void forgetRequests() {
        requests.clear();
    }
}
