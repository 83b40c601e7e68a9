package io.podbridge.testkit;

import java.util.stream.Collectors;

import io.podbridge.netlink.RequestOutcome;
import io.podbridge.netlink.request.Command;
import io.podbridge.netlink.request.NetlinkRequest;

/**
 * A request that was sent to a {@link FakeKernel}.
 *
 * @param outcome the request and what became of it; a request at which the process died counts as failed
 * @param parts how many parts it has, at least one; see {@link Faults}
 */
public record RecordedRequest(RequestOutcome outcome, int parts) {

    /** {@return the request} */
    public NetlinkRequest request() {
        return outcome.request();
    }

    /** {@return the request as lines of {@code ip(8)}, followed by why it failed if it did} */
    @Override
    public String toString() {
        String lines = request().commands().stream().map(Command::toString).collect(Collectors.joining("\n"));
        return lines + outcome.failure().map(failure -> "  # " + failure.getMessage()).orElse("");
    }
}
