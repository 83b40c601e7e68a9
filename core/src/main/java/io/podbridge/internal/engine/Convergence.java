package io.podbridge.internal.engine;

import io.podbridge.binding.Drift;
import io.podbridge.internal.pod.Observed;
import io.podbridge.internal.step.Assessment;
import io.podbridge.internal.step.Assessment.Mode;
import io.podbridge.internal.step.Step;
import io.podbridge.netlink.NetlinkException;
import io.podbridge.netlink.NetlinkHandler;
import io.podbridge.netlink.RequestOutcome;
import io.podbridge.netlink.request.NetlinkRequest;
import java.lang.System.Logger.Level;
import java.util.HashSet;
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
    private static final System.Logger LOG = System.getLogger(Convergence.class.getName());
    /** A fresh binding takes two rounds, a release four; what needs more than this does not get anywhere. */
    private static final int MOST_ROUNDS = 12;

    private final NetlinkHandler handler;
    private final Supplier<Observed> look;
    private final Function<Observed, List<Step>> steps;
    private final Impossible impossible;
    private final Set<String> changed = new LinkedHashSet<>();
    private final Set<NetlinkRequest> leftOut = new HashSet<>();

    /** What to do about requests of which each is for itself, when none of them succeeds any more. */
    public enum Impossible {
        /** The step has failed. */
        FAILS,
        /** They are left out, and the log says so. */
        IS_LEFT_OUT
    }

    /**
     * Brings one namespace to one state.
     *
     * @param handler carries out the requests
     * @param look looks at the namespace
     * @param steps the steps in order, given what was seen
     * @param impossible what to do about requests that never succeed
     */
    public Convergence(NetlinkHandler handler, Supplier<Observed> look, Function<Observed, List<Step>> steps,
            Impossible impossible) {
        this.impossible = impossible;
        this.handler = handler;
        this.look = look;
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
            Observed observed = look();
            List<Step> current = steps.apply(observed);
            if (!round(observed, current)) {
                requireAllHold(observed, current);
                return changed;
            }
        }
        throw stuck(look());
    }

    private Observed look() {
        try {
            return look.get();
        } catch (NetlinkException e) {
            throw StepFailure.refused("look", e);
        }
    }

    private StepFailure stuck(Observed observed) {
        Optional<Step> first = steps.apply(observed).stream().filter(step -> !step.assess(observed).holds()).findFirst();
        String still = first.map(step -> step.assess(observed).drift()).filter(drift -> !drift.isEmpty())
                .map(drift -> "; " + drift.get(0)).orElse("");
        return StepFailure.stuck(first.map(Step::name).orElse("look"),
                "it was done " + MOST_ROUNDS + " times and does not hold" + still);
    }

    /** {@return whether anything was done} */
    private boolean round(Observed observed, List<Step> current) {
        boolean acted = false;
        for (Step step : current) {
            Assessment assessment = step.assess(observed);
            if (leftOut.containsAll(assessment.requests())) {
                continue;
            }
            if (Thread.currentThread().isInterrupted()) {
                throw StepFailure.interrupted(step.name());
            }
            acted = true;
            changed.add(step.name());
            execute(step, assessment);
            if (assessment.mode() == Mode.LOOK_AGAIN) {
                return true;
            }
        }
        return acted;
    }

    private void execute(Step step, Assessment assessment) {
        Optional<NetlinkException> failure = assessment.mode() == Mode.EACH_FOR_ITSELF
                ? eachForItself(assessment.requests())
                : firstFailure(handler.execute(assessment.requests()));
        failure.ifPresent(why -> {
            throw StepFailure.refused(step.name(), why);
        });
    }

    /** {@return the first failure if nothing at all succeeded; whoever succeeded may have made room for the others} */
    private Optional<NetlinkException> eachForItself(List<NetlinkRequest> requests) {
        List<RequestOutcome> outcomes = requests.stream().filter(request -> !leftOut.contains(request))
                .flatMap(request -> handler.execute(List.of(request)).stream()).toList();
        if (outcomes.stream().anyMatch(RequestOutcome::isDone)) {
            return Optional.empty();
        }
        return impossible == Impossible.FAILS ? firstFailure(outcomes) : leaveOut(outcomes);
    }

    private Optional<NetlinkException> leaveOut(List<RequestOutcome> outcomes) {
        for (RequestOutcome outcome : outcomes) {
            leftOut.add(outcome.request());
            outcome.failure().ifPresent(why -> LOG.log(Level.WARNING, "left out: " + why.getMessage()));
        }
        return Optional.empty();
    }

    private static Optional<NetlinkException> firstFailure(List<RequestOutcome> outcomes) {
        return outcomes.stream().map(RequestOutcome::failure).flatMap(Optional::stream).findFirst();
    }

    private void requireAllHold(Observed observed, List<Step> current) {
        for (Step step : current) {
            Assessment assessment = step.assess(observed);
            List<Drift> drift = assessment.drift();
            if (!drift.isEmpty() && assessment.requests().isEmpty()) {
                throw StepFailure.stuck(step.name(), drift.get(0) + ", and there is no request that would mend it");
            }
        }
    }
}
