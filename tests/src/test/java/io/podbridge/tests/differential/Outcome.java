package io.podbridge.tests.differential;

import io.podbridge.netlink.NetlinkException;
import io.podbridge.netlink.RequestOutcome;

/**
 * What became of a request, as far as all subjects must agree: the words of the message are each one's own.
 *
 * @param word {@code DONE}, {@code NOT_SENT}, the kind of the failure, or the exception that nobody should see
 * @param errno the kernel's reason; empty where there is none, or nobody learns it
 */
record Outcome(String word, String errno) {
    /** What a {@link Pairing} does not tell if one of its two does not learn the errno. */
    static final String ERRNO = "errno";

    static Outcome of(RequestOutcome outcome) {
        return new Outcome(outcome.failure().map(failure -> failure.kind().name()).orElse(outcome.status().name()),
                outcome.failure().flatMap(NetlinkException::errno).map(Object::toString).orElse(""));
    }

    static Outcome thrown(RuntimeException problem) {
        String kind = problem instanceof NetlinkException failure ? failure.kind() + " " : "";
        return new Outcome("thrown: " + kind + problem, "");
    }

    Outcome withoutErrno() {
        return new Outcome(word, "");
    }

    @Override
    public String toString() {
        return errno.isEmpty() ? word : word + " (" + errno + ")";
    }
}
