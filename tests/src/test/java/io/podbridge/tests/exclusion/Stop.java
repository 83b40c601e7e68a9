package io.podbridge.tests.exclusion;

import com.google.common.util.concurrent.Uninterruptibles;
import io.podbridge.netlink.RequestListener;
import io.podbridge.netlink.RequestOutcome;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;

/** Stops a thread behind the first request of its verb, with the lock held, until it is let go; an interrupt does not let it go. */
final class Stop implements RequestListener {
    private final AtomicBoolean stopped = new AtomicBoolean();
    private final CountDownLatch reached = new CountDownLatch(1);
    private final CountDownLatch letGo = new CountDownLatch(1);

    @Override
    public void answered(RequestOutcome outcome, Duration time) {
        if (stopped.compareAndSet(false, true)) {
            reached.countDown();
            Uninterruptibles.awaitUninterruptibly(letGo);
        }
    }

    void awaitReached() {
        Uninterruptibles.awaitUninterruptibly(reached);
    }

    void letGo() {
        letGo.countDown();
    }
}
