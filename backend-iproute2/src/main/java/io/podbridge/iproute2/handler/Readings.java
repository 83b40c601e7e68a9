package io.podbridge.iproute2.handler;

import io.podbridge.iproute2.json.UnreadableOutputException;
import io.podbridge.iproute2.process.ToolException;
import io.podbridge.netlink.FailureKind;
import io.podbridge.netlink.NetlinkException;
import java.util.Optional;

/** Reads again, from the start, what links were renamed or made under. */
final class Readings {
    private static final int TRIES = 5;

    private final Accounts accounts = new Accounts();

    /** What is read from one process. */
    interface Reading<T> {
        T read(Show show) throws ToolException;
    }

    <T> T read(Call call, Reading<T> reading) throws ToolException {
        Optional<UnreadableOutputException> problem = Optional.empty();
        for (int tries = 0; tries < TRIES; tries++) {
            try {
                Show show = call.show(accounts.asking(call));
                T read = reading.read(show);
                if (!show.isRenamed()) {
                    return read;
                }
            } catch (UnreadableOutputException e) {
                // A name that is not in the list may be that of a link which came after it.
                problem = Optional.of(e);
            }
            call.mistrustNames();
        }
        throw problem.isPresent() ? problem.get() : interrupted();
    }

    private static NetlinkException interrupted() {
        return NetlinkException.failed("read", "tables that name links").kind(FailureKind.DUMP_INTERRUPTED)
                .advice("links were renamed meanwhile, " + TRIES + " times").build();
    }
}
