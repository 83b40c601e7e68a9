package io.podbridge.benchmarks.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What was measured, as a table for a README. */
final class Table {
    private final List<String> rows = new ArrayList<>(
            List.of("| work | podbridge | beside | its time | ratio | goal |", "|---|---|---|---|---|---|"));

    /** Notes a ratio that is to be at most so much. */
    void atMost(String work, double ours, String beside, double theirs, double goal) {
        row(work, ours, beside, theirs, ours / theirs, "at most " + goal);
    }

    /** Notes how long it takes us, without a goal. */
    void beside(String work, double ours, String beside, double theirs) {
        row(work, ours, beside, theirs, ours / theirs, "");
    }

    /** Notes how many times faster we are, and are to be at least. */
    void timesFaster(String work, double ours, String beside, double theirs, double goal) {
        row(work, ours, beside, theirs, theirs / ours, "at least " + goal + " times faster");
    }

    /** Notes a figure that stands for itself. */
    void figure(String work, String figure, String goal) {
        rows.add(String.join(" | ", "| " + work, figure, "", "", "", goal + " |"));
    }

    private void row(String work, double ours, String beside, double theirs, double ratio, String goal) {
        rows.add(String.join(" | ", "| " + work, time(ours), beside, time(theirs), String.format(Locale.ROOT, "%.2f", ratio),
                goal + " |"));
    }

    static String time(double nanos) {
        return nanos < 1e6
                ? String.format(Locale.ROOT, "%.1f µs", nanos / 1e3)
                : String.format(Locale.ROOT, "%.2f ms", nanos / 1e6);
    }

    @Override
    public String toString() {
        return String.join("\n", rows);
    }
}
