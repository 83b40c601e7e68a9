package io.podbridge.tests.differential;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Looks for a sequence after which two subjects differ.
 *
 * @param pairing which two
 * @param length how many steps a sequence has
 * @param tapsHaveIndices whether both can choose the index of a tap
 * @param patience how long a difference of the states must stay to count
 */
record Search(Pairing pairing, int length, boolean tapsHaveIndices, Duration patience) {
    /** Long enough for a busy machine: the kernel tells itself of carriers once a second, and of a hundred at a time. */
    static final Duration PATIENCE_WITH_KERNEL = Duration.ofSeconds(30);
    private static final Duration PATIENCE_IN_A_HURRY = Duration.ofSeconds(2);

    /** The same search when a difference is known to be there, and is looked for again and again. */
    Search hurried() {
        Duration shorter = patience.compareTo(PATIENCE_IN_A_HURRY) < 0 ? patience : PATIENCE_IN_A_HURRY;
        return new Search(pairing, length, tapsHaveIndices, shorter);
    }

    Optional<Finding> explore(long seed) {
        RequestGenerator generator = new RequestGenerator(seed, tapsHaveIndices);
        List<Step> steps = new ArrayList<>();
        try (Trial trial = new Trial(pairing, patience)) {
            Optional<Difference> difference = trial.begin();
            while (difference.isEmpty() && steps.size() < length) {
                Step step = generator.next(trial::sight);
                steps.add(step);
                difference = trial.perform(step);
            }
            return difference.map(found -> new Finding(pairing, seed, List.copyOf(steps), found));
        }
    }

    /** The same steps once more, or some of them: the finding that ends with the first step after which there is a difference. */
    Optional<Finding> replay(long seed, List<Step> steps) {
        try (Trial trial = new Trial(pairing, patience)) {
            Optional<Difference> difference = trial.begin();
            int done = 0;
            while (difference.isEmpty() && done < steps.size()) {
                difference = trial.perform(steps.get(done++));
            }
            List<Step> performed = List.copyOf(steps.subList(0, done));
            return difference.map(found -> new Finding(pairing, seed, performed, found));
        }
    }
}
