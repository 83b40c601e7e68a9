package io.podbridge.benchmarks.comparison;

import java.util.ArrayList;
import java.util.List;

/** How long one kind of work took, time and again. */
final class Samples {
    private final List<Long> nanos = new ArrayList<>();

    void add(long took) {
        nanos.add(took);
    }

    /** {@return the median in nanoseconds} */
    double median() {
        List<Long> sorted = nanos.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2.0;
    }

    /** {@return those from one to another, the latter not among them} */
    Samples part(int from, int to) {
        Samples part = new Samples();
        part.nanos.addAll(nanos.subList(from, to));
        return part;
    }
}
