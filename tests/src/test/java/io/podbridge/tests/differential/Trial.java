package io.podbridge.tests.differential;

import io.podbridge.netlink.NetlinkException;
import io.podbridge.testkit.netns.Eventually;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Two fresh subjects that take the same steps, and are compared after each. */
final class Trial implements AutoCloseable {
    private final Subject first;
    private final Subject second;
    private final Duration patience;
    private final Set<String> untold;

    /** A difference counts when it is still there after so long: operational states and IPv6 come in the kernel's own time. */
    Trial(Pairing pairing, Duration patience) {
        this.patience = patience;
        this.untold = pairing.untold();
        first = pairing.makeFirst().get();
        try {
            second = pairing.makeSecond().get();
        } catch (RuntimeException | Error e) {
            first.close();
            throw e;
        }
    }

    Sight sight(Place place) {
        return first.sight(place);
    }

    /** Brings both into a known state. */
    Optional<Difference> begin() {
        Optional<Difference> here = perform(Prelude.of(Place.HERE, sight(Place.HERE)));
        return here.isPresent() ? here : perform(Prelude.of(Place.THERE, sight(Place.THERE)));
    }

    Optional<Difference> perform(Step step) {
        List<String> outcomes = Difference.between(told(first.perform(step)), told(second.perform(step)));
        List<String> lines = new ArrayList<>(outcomes);
        // Where the outcomes differ, that is the news; what comes of it is shown as it is at the moment.
        lines.addAll(outcomes.isEmpty() ? awaitEqualStates() : states().lines());
        return lines.isEmpty() ? Optional.empty() : Optional.of(new Difference(List.copyOf(lines)));
    }

    private List<Outcome> told(List<Outcome> outcomes) {
        return untold.contains(Outcome.ERRNO) ? outcomes.stream().map(Outcome::withoutErrno).toList() : outcomes;
    }

    private List<String> awaitEqualStates() {
        return Eventually.read(patience, this::states, States::agree).lines();
    }

    private States states() {
        List<String> lines = new ArrayList<>();
        boolean settled = true;
        for (Place place : Place.values()) {
            try {
                Sight one = first.sight(place);
                Sight other = second.sight(place);
                settled &= one.isSettled() && other.isSettled();
                lines.addAll(Difference.between(place, Normalised.of(one, untold), Normalised.of(other, untold)));
            } catch (NetlinkException e) {
                // Only one of them is as good as none.
                lines.add(place + " " + e.getMessage());
            }
        }
        return new States(settled, lines);
    }

    /** Equal states that have not settled might part while the next step is done. */
    private record States(boolean settled, List<String> lines) {
        boolean agree() {
            return settled && lines.isEmpty();
        }
    }

    @Override
    public void close() {
        first.close();
        second.close();
    }
}
