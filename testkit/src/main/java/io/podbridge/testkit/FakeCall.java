package io.podbridge.testkit;

import io.podbridge.netlink.NetlinkException;
import io.podbridge.netlink.RequestOutcome;
import io.podbridge.netlink.request.NetlinkRequest;
import io.podbridge.testkit.kernel.KernelCall;
import io.podbridge.testkit.kernel.KernelRefusal;
import io.podbridge.testkit.kernel.KernelRule;
import io.podbridge.testkit.kernel.Machine;
import io.podbridge.testkit.kernel.Netns;
import java.util.Optional;

/** One request on its way through the kernel, part by part, and what strikes it there. */
final class FakeCall {
    private final Machine machine;
    private final Netns netns;
    private final NetlinkRequest request;
    private final KernelCall call;
    private final PendingFaults.Strike strike;
    private int done;

    FakeCall(Machine machine, Netns netns, NetlinkRequest request, KernelCall call, PendingFaults.Strike strike) {
        this.machine = machine;
        this.netns = netns;
        this.request = request;
        this.call = call;
        this.strike = strike;
    }

    RequestOutcome carryOut() {
        Optional<NetlinkException> failure = Optional.empty();
        try {
            for (int part = 0; part < call.size() && (failure.isEmpty() || goesOnAfterFailure()); part++) {
                failure = part(part);
            }
            failure = failure.isPresent() ? failure : struck();
        } finally {
            call.end();
        }
        return failure.map(why -> RequestOutcome.failed(request, why)).orElseGet(() -> RequestOutcome.done(request));
    }

    /** What is on record of it once it is over. */
    RecordedRequest recorded(RequestOutcome outcome) {
        return new RecordedRequest(netns.namespace(), outcome, call.size(), done);
    }

    private boolean goesOnAfterFailure() {
        return !machine.holds(KernelRule.FAILED_CHANGE_STOPS_THE_REST_OF_ITS_REQUEST);
    }

    private Optional<NetlinkException> part(int part) {
        Optional<NetlinkException> struck = struck();
        if (struck.isPresent()) {
            return struck;
        }
        try {
            call.run(part);
            machine.settle();
            done++;
            return Optional.empty();
        } catch (KernelRefusal refusal) {
            return Optional.of(FakeFailures.of(request, netns.namespace(), refusal));
        } catch (NetlinkException unknown) {
            return Optional.of(unknown);
        }
    }

    private Optional<NetlinkException> struck() {
        return strike.at(done).map(blow -> {
            if (blow.isDeath()) {
                throw new SimulatedCrash("the process died after " + done + " parts of: " + request.operation() + " "
                        + request.target());
            }
            return FakeFailures.of(request, netns.namespace(), blow);
        });
    }
}
