package io.podbridge.iproute2.handler;

import io.podbridge.iproute2.process.Answer;
import io.podbridge.iproute2.process.ToolException;
import io.podbridge.netlink.FailureKind;
import io.podbridge.netlink.NetlinkException;
import io.podbridge.netlink.NetworkNamespace;
import io.podbridge.netlink.request.Command;

/** What {@code ip ... show} printed. */
final class Shown {
    /** As often as a table may change while it is read. */
    static final int TRIES = 5;
    private static final String INTERRUPTED = "Dump was interrupted";

    private final NetworkNamespace namespace;

    Shown(NetworkNamespace namespace) {
        this.namespace = namespace;
    }

    /** {@return the JSON of the answer: one line, beside which there may be warnings} */
    String json(Call call, Command command) throws ToolException {
        for (int tries = 0; tries < TRIES; tries++) {
            Answer answer = call.ask(command);
            if (!answer.isSuccess()) {
                throw Failures.of("read \"" + command + "\" in", namespace.toString(), Complaint.of(answer.text()));
            }
            if (!answer.text().contains(INTERRUPTED)) {
                return answer.text().lines().filter(line -> line.startsWith("[")).findFirst().orElse("");
            }
        }
        throw interrupted(command);
    }

    NetlinkException interrupted(Command command) {
        return NetlinkException.failed("read \"" + command + "\" in", namespace.toString()).kind(FailureKind.DUMP_INTERRUPTED)
                .advice("the table changed while it was read, " + TRIES + " times").build();
    }
}
