package io.podbridge.tests.interference;

import io.podbridge.netlink.NetlinkHandler;
import io.podbridge.netlink.RequestListener;
import io.podbridge.netlink.RequestOutcome;
import io.podbridge.netlink.request.NetlinkRequest;
import io.podbridge.tests.pods.MortalPod;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Interferes once, behind a chosen request of a verb; the verb goes on, or its process is dead by then. */
final class Stranger implements RequestListener {
    private final MortalPod subject;
    private final Interference interference;
    private final Supplier<Optional<Cast>> cast;
    private final Moment moment;
    private int heard;
    private Optional<Cast> left = Optional.empty();

    /**
     * When it interferes.
     *
     * @param request behind which request, counted from 1
     * @param deadly whether the verb ends there
     */
    record Moment(int request, boolean deadly) {}

    /** As the death of the process ends a verb: nothing of it runs after this. */
    static final class Death extends Error {
        private static final long serialVersionUID = 1;
    }

    Stranger(MortalPod subject, Interference interference, Supplier<Optional<Cast>> cast, Moment moment) {
        this.subject = subject;
        this.interference = interference;
        this.cast = cast;
        this.moment = moment;
    }

    /** {@return whether the verb got so far} */
    boolean came() {
        return heard >= moment.request;
    }

    /** {@return what was left behind; absent if there was nothing to interfere with, or the kernel did not let it} */
    Optional<Cast> left() {
        return left;
    }

    @Override
    public void answered(RequestOutcome outcome, Duration time) {
        heard++;
        if (heard == moment.request) {
            cast.get().ifPresent(this::interfere);
            if (moment.deadly) {
                throw new Death();
            }
        }
    }

    private void interfere(Cast found) {
        List<NetlinkRequest> requests = interference.requests().apply(found);
        try (NetlinkHandler handler = subject.open()) {
            boolean done = !requests.isEmpty() && handler.execute(requests).stream().allMatch(RequestOutcome::isDone);
            left = Optional.of(new Cast(subject.state(), found.record())).filter(now -> done);
        }
    }
}
