package io.podbridge.testkit;

import io.podbridge.netlink.NetlinkException;
import io.podbridge.netlink.NetworkNamespace;
import io.podbridge.netlink.RequestOutcome;
import io.podbridge.netlink.request.LinkSet;
import io.podbridge.netlink.request.NetlinkRequest;
import java.util.ArrayList;
import java.util.List;

/**
 * A request that was sent to a {@link FakeKernel}.
 *
 * @param namespace where it was sent
 * @param outcome the request and what became of it; a request at which the process died counts as failed
 * @param parts how many parts it has, at least one; see {@link Faults}
 * @param done how many of them were done
 */
public record RecordedRequest(NetworkNamespace namespace, RequestOutcome outcome, int parts, int done) {

    /** {@return the request} */
    public NetlinkRequest request() {
        return outcome.request();
    }

    /**
     * The request as lines of {@code ip(8)}.
     *
     * @return the lines; why it failed is a comment behind the one that did, and what {@code ip(8)} has no words for one behind them all
     */
    @Override
    public String toString() {
        List<String> lines = new ArrayList<>();
        request().commands().forEach(command -> lines.add(command.toString()));
        outcome.failure().map(NetlinkException::getMessage)
                .ifPresent(why -> lines.set(failedLine(), lines.get(failedLine()) + "  # " + why));
        request().unsaid().forEach(unsaid -> lines.add("# ip(8) has no words for " + unsaid));
        return String.join("\n", lines);
    }

    /** A link is made by the first line; of changes each line does as many as it has words for. */
    private int failedLine() {
        if (done == 0) {
            return 0;
        }
        boolean amongChanges = request() instanceof LinkSet && done < parts;
        return amongChanges ? linesUpTo((LinkSet) request()) - 1 : request().commands().size() - 1;
    }

    private int linesUpTo(LinkSet set) {
        return LinkSet.of(set.link(), set.changes().subList(0, done + 1)).commands().size();
    }
}
