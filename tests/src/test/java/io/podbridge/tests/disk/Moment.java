package io.podbridge.tests.disk;

import io.podbridge.netlink.NetlinkHandlers;
import io.podbridge.netlink.RequestListener;
import io.podbridge.tests.matrix.WatchedBackend;
import java.util.concurrent.Callable;

/**
 * When in a verb something happens: before all of it, when it holds the lock and opens its handler, or after one of its requests. Between
 * two of these the journal is written once at most.
 */
final class Moment {
    /** When it holds the lock and has not read the journal yet. */
    static final int OPENED = 1;

    private final int at;
    private final Callable<?> happening;
    private int now;

    /** Counts from 0, before the verb. */
    Moment(int at, Callable<?> happening) {
        this.at = at;
        this.happening = happening;
    }

    /** The next one has come. */
    void next() {
        if (now == at) {
            happen();
        }
        now++;
    }

    private void happen() {
        try {
            happening.call();
        } catch (Exception e) {
            throw new AssertionError("the trouble could not be made: " + e, e);
        }
    }

    /** {@return whether the verb has come so far} */
    boolean hasCome() {
        return now > at;
    }

    /** {@return how many requests were answered} */
    int requests() {
        return Math.max(0, now - 1 - OPENED);
    }

    RequestListener listener() {
        return (outcome, time) -> next();
    }

    /** {@return a backend that is the next moment when it is opened} */
    NetlinkHandlers around(NetlinkHandlers handlers) {
        return NetlinkHandlers.of(new WatchedBackend(handlers.provider(), this::next));
    }
}
