package io.podbridge.tests.kernel;

import io.podbridge.netlink.RequestListener;
import io.podbridge.tests.matrix.BehindRequest;

/** As a crash would end a verb: nothing of it runs after this. */
final class Crash extends Error {
    private static final long serialVersionUID = 1;

    private Crash() {}

    static RequestListener after(int requests) {
        return new BehindRequest(requests, () -> {
            throw new Crash();
        });
    }

    /** {@return whether the verb got to its end before the crash} */
    static boolean isSurvivedBy(Runnable verb) {
        try {
            verb.run();
            return true;
        } catch (Crash crash) {
            return false;
        }
    }
}
