package io.podbridge.internal.engine;

import io.podbridge.binding.Drift;
import io.podbridge.internal.pod.Observed;
import io.podbridge.internal.step.Assessment;
import io.podbridge.internal.step.Assessment.Mode;
import io.podbridge.internal.step.Step;
import io.podbridge.internal.watch.Watch;
import io.podbridge.netlink.NetlinkException;
import io.podbridge.netlink.NetlinkHandler;
import io.podbridge.netlink.RequestOutcome;
import io.podbridge.netlink.request.NetlinkRequest;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Brings a namespace to where every step holds. Each round looks once and carries out what the steps ask for; the last round finds
 * nothing to do, and so is also the proof that all of it holds.
 */
public final class Convergence {
    /** A fresh binding takes two rounds, a release three or four; what needs more than this does not get anywhere. */
    private static final int MOST_ROUNDS = 12;

    private final NetlinkHandler handler;
    private final Watch watch;
    private final Supplier<Observed> look;
    private final Optional<Observed> seen;
    private final Function<Observed, List<Step>> steps;
    private final Set<String> changed = new LinkedHashSet<>();

    /**
     * Brings one namespace to one state.
     *
     * @param handler carries out the requests
     * @param watch hears of it
     * @param look looks at the namespace
     * @param seen what was seen a moment ago, instead of the first look
     * @param steps the steps in order, given what was seen
     */
    public Convergence(NetlinkHandler handler, Watch watch, Supplier<Observed> look, Optional<Observed> seen,
            Function<Observed, List<Step>> steps) {
        this.handler = handler;
        this.watch = watch;
        this.look = look;
        this.seen = seen;
        this.steps = steps;
    }

    /**
     * Goes on until every step holds.
     *
     * @return the names of the steps that changed something, in order
     * @throws StepFailure if a step failed, or the thread was interrupted before one
     */
    public Set<String> run() {
        for (int round = 0; round < MOST_ROUNDS; round++) {
            Observed observed = round == 0 && seen.isPresent() ? seen.get() : look();
            List<Step> current = steps.apply(observed);
            if (!round(observed, current)) {
                return changed;
            }
        }
        throw stuck(look());
    }

    private Observed look() {
        try {
            return watch.look(look);
        } catch (NetlinkException e) {
            throw StepFailure.refused("look", e);
        }
    }

    private StepFailure stuck(Observed observed) {
        for (Step step : steps.apply(observed)) {
            Assessment assessment = step.assess(observed);
            if (!assessment.holds()) {
                String still = assessment.drift().isEmpty() ? "" : "; " + assessment.drift().get(0);
                return StepFailure.stuck(step.name(), "it was done " + MOST_ROUNDS + " times and does not hold" + still);
            }
        }
        return StepFailure.stuck("look", "it took more than " + MOST_ROUNDS + " rounds until all of it held; call it again");
    }

    /** {@return whether anything was done; if nothing, all of it holds} */
    private boolean round(Observed observed, List<Step> current) {
        Optional<Drift> left = Optional.empty();
        boolean acted = false;
        for (Step step : current) {
            Assessment assessment = step.assess(observed);
            if (assessment.requests().isEmpty()) {
                left = left.or(() -> assessment.drift().stream().findFirst());
                continue;
            }
            if (Thread.currentThread().isInterrupted()) {
                throw StepFailure.interrupted(step.name());
            }
            if (acted && assessment.mode() == Mode.AFTER_ANOTHER_LOOK) {
                return true;
            }
            acted = true;
            changed.add(step.name());
            boolean all = execute(step, assessment);
            if (!all || assessment.mode() == Mode.LOOK_AGAIN) {
                return true;
            }
        }
        if (!acted && left.isPresent()) {
            throw StepFailure.stuck(left.get().step(), left.get() + ", and there is no request that would mend it");
        }
        return acted;
    }

    /** {@return whether all of it was done} */
    private boolean execute(Step step, Assessment assessment) {
        if (assessment.mode() == Mode.EACH_FOR_ITSELF) {
            return eachForItself(step, assessment.requests());
        }
        firstFailure(watch.step(step.name(), handler, assessment.requests())).ifPresent(why -> {
            throw StepFailure.refused(step.name(), why);
        });
        return true;
    }

    /** The step has failed if nothing at all succeeded; whoever succeeded may have made room for the others. */
    private boolean eachForItself(Step step, List<NetlinkRequest> requests) {
        List<RequestOutcome> outcomes = requests.stream()
                .flatMap(request -> watch.step(step.name(), handler, List.of(request)).stream()).toList();
        if (outcomes.stream().noneMatch(RequestOutcome::isDone)) {
            firstFailure(outcomes).ifPresent(why -> {
                throw StepFailure.inVain(step.name(), why, requests);
            });
        }
        return outcomes.stream().allMatch(RequestOutcome::isDone);
    }

    private static Optional<NetlinkException> firstFailure(List<RequestOutcome> outcomes) {
        return outcomes.stream().map(RequestOutcome::failure).flatMap(Optional::stream).findFirst();
    }
}
