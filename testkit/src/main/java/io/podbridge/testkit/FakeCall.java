package io.podbridge.testkit;

import java.util.Optional;

import io.podbridge.netlink.NetlinkException;
import io.podbridge.netlink.RequestOutcome;
import io.podbridge.netlink.request.NetlinkRequest;
import io.podbridge.testkit.kernel.KernelCall;
import io.podbridge.testkit.kernel.KernelRefusal;
import io.podbridge.testkit.kernel.KernelRule;
import io.podbridge.testkit.kernel.Machine;
import io.podbridge.testkit.kernel.Netns;

/** One request on its way through the kernel, part by part, and what strikes it there. */
final class FakeCall {
    private final Machine machine;
    private final Netns netns;
    private final Faults.Strike strike;

    FakeCall(Machine machine, Netns netns, Faults.Strike strike) {
        this.machine = machine;
        this.netns = netns;
        this.strike = strike;
    }

    RequestOutcome carryOut(NetlinkRequest request, KernelCall call) {
        Optional<NetlinkException> failure = Optional.empty();
        try {
            for (int part = 0; part < call.size() && (failure.isEmpty() || goesOnAfterFailure()); part++) {
                failure = part(request, call, part);
            }
            failure = failure.isPresent() ? failure : struck(request, call.size());
        } finally {
            call.end();
        }
        return failure.map(why -> RequestOutcome.failed(request, why)).orElseGet(() -> RequestOutcome.done(request));
    }

    private boolean goesOnAfterFailure() {
        return !machine.holds(KernelRule.FAILED_CHANGE_STOPS_THE_REST_OF_ITS_REQUEST);
    }

    private Optional<NetlinkException> part(NetlinkRequest request, KernelCall call, int part) {
        Optional<NetlinkException> struck = struck(request, part);
        if (struck.isPresent()) {
            return struck;
        }
        try {
            call.run(part);
            machine.settle();
            return Optional.empty();
        } catch (KernelRefusal refusal) {
            return Optional.of(FakeFailures.of(request, netns.namespace(), refusal));
        }
    }

    private Optional<NetlinkException> struck(NetlinkRequest request, int done) {
        if (!strike.isDue(done)) {
            return Optional.empty();
        }
        return Optional.of(strike.errno().map(errno -> FakeFailures.of(request, netns.namespace(), errno))
                .orElseThrow(() -> new SimulatedCrash("the process died after " + done + " parts of: " + request.operation() + " "
                        + request.target())));
    }
}
