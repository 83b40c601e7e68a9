package io.podbridge.benchmarks.worker;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

/** Work in namespaces of one's own before anything is measured, until the JVM has compiled what matters. */
final class WarmUp {
    private static final int ENOUGH = 1500;
    private static final Duration LONGEST = Duration.ofSeconds(20);

    private WarmUp() {}

    /** What is done in each namespace. */
    interface Work {
        void in(ThrowawayPod pod) throws IOException;
    }

    static void with(Work work) throws IOException {
        long begun = System.nanoTime();
        for (int i = 0; i < ENOUGH && System.nanoTime() - begun < LONGEST.toNanos(); i++) {
            try (ThrowawayPod pod = ThrowawayPod.make()) {
                work.in(pod);
            }
        }
    }

    static void binding(Journals journals) throws IOException {
        Path directory = journals.directory();
        with(pod -> {
            Bound.pod(directory, pod.namespace()).preparePodNetworkInterface();
            journals.clear();
        });
    }
}
