package io.podbridge.benchmarks.worker;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Work in namespaces of one's own before anything is measured, until the JVM has compiled what matters. */
final class WarmUp {
    private static final int ENOUGH = 2000;
    /** How many seconds it may take at most; 0 for none, where it is only to be seen that all of it works. */
    private static final Duration LONGEST = Duration
            .ofSeconds(Optional.ofNullable(System.getenv("PODBRIDGE_WARM_UP")).map(Long::parseLong).orElse(30L));

    private WarmUp() {}

    /** What is done again and again. */
    interface Work {
        void once() throws IOException;
    }

    /** What is done in each namespace. */
    interface PodWork {
        void in(ThrowawayPod pod) throws IOException;
    }

    static void repeating(int enough, Work work) throws IOException {
        long begun = System.nanoTime();
        for (int i = 0; i < enough && System.nanoTime() - begun < LONGEST.toNanos(); i++) {
            work.once();
        }
    }

    static void inPods(PodWork work) throws IOException {
        repeating(ENOUGH, () -> {
            try (ThrowawayPod pod = ThrowawayPod.make()) {
                work.in(pod);
            }
        });
    }

    static void binding(Journals journals) throws IOException {
        Path directory = journals.directory();
        inPods(pod -> {
            Bound.pod(directory, pod.namespace()).preparePodNetworkInterface();
            journals.clear();
        });
    }
}
