package io.podbridge.tests.differential;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A finding as a person reads it: how to see it again, what to do by hand, and what differs then.
 *
 * @param found as it was found
 * @param shrunk what is left of it
 */
record Report(Finding found, Finding shrunk) {

    @Override
    public String toString() {
        return found.pairing() + " differ after " + found.steps().size() + " steps of the sequence with the seed " + found.seed()
                + ".\nSee it again with -D" + Extent.SEED + "=" + found.seed() + " -D" + Extent.SEQUENCES + "=1\n"
                + "Shrunk to " + shrunk.steps().size() + " steps, each in the namespace HERE (with " + Scenery.NEAR_END
                + ") or THERE (with "
                + Scenery.FAR_END + "):\n" + lines(shrunk.steps()) + "After that (" + found.pairing().first() + " | "
                + found.pairing().second() + "):\n"
                + shrunk.difference().lines().stream().map(line -> "  " + line + "\n").collect(Collectors.joining());
    }

    private static String lines(List<Step> steps) {
        return steps.stream().map(Report::lines).collect(Collectors.joining());
    }

    private static String lines(Step step) {
        String first = step.lines().size() > 1 ? "  # in one step:\n" : "";
        return first + step.lines().stream().map(line -> "  " + step.place() + "  " + line + "\n").collect(Collectors.joining());
    }
}
