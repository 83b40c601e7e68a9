package io.podbridge.cli.output;

import io.podbridge.PreparedPod;
import java.util.ArrayList;
import java.util.List;

/** A prepared pod for people. */
public final class PreparedText {

    private PreparedText() {}

    /**
     * The steps that were made sure of, and what works less well.
     *
     * @param prepared the pod
     * @return the lines
     */
    public static List<String> lines(PreparedPod prepared) {
        List<String> lines = new ArrayList<>();
        prepared.steps().forEach(step -> lines.add("  " + step.name() + (step.changed() ? ": changed" : ": holds")));
        prepared.warnings().forEach(warning -> lines.add("  warning: " + warning));
        return lines;
    }
}
