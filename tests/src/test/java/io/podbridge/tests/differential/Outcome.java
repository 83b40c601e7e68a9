package io.podbridge.tests.differential;

import io.podbridge.netlink.NetlinkException;
import io.podbridge.netlink.RequestOutcome;

/**
 * What became of a request, as far as all subjects must agree: the words of the message are each one's own, and not every backend
 * learns the errno.
 *
 * @param word {@code DONE}, {@code NOT_SENT}, the kind of the failure, or the exception that nobody should see
 */
record Outcome(String word) {
    static Outcome of(RequestOutcome outcome) {
        return new Outcome(outcome.failure().map(failure -> failure.kind().name()).orElse(outcome.status().name()));
    }

    static Outcome thrown(RuntimeException problem) {
        String kind = problem instanceof NetlinkException failure ? failure.kind() + " " : "";
        return new Outcome("thrown: " + kind + problem);
    }

    @Override
    public String toString() {
        return word;
    }
}
