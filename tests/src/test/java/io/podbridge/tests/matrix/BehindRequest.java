package io.podbridge.tests.matrix;

import io.podbridge.netlink.RequestListener;
import io.podbridge.netlink.RequestOutcome;
import java.time.Duration;

/** Hears of each request of one verb; behind a chosen one something happens. */
public final class BehindRequest implements RequestListener {
    private final int number;
    private final Runnable happening;
    private int heard;

    /** Counts from 1. */
    public BehindRequest(int number, Runnable happening) {
        this.number = number;
        this.happening = happening;
    }

    @Override
    public void answered(RequestOutcome outcome, Duration time) {
        heard++;
        if (heard == number) {
            happening.run();
        }
    }

    /** {@return how many requests there were} */
    public int heard() {
        return heard;
    }
}
