package io.podbridge.benchmarks.comparison;

import com.sun.management.UnixOperatingSystemMXBean;
import io.podbridge.BridgePodNetworkConfigurator;
import io.podbridge.benchmarks.worker.Bound;
import io.podbridge.benchmarks.worker.ThrowawayPod;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/** One process that binds many pods, and then releases them: whether it grows slower, or keeps anything. */
final class ManyPods {
    private static final double GROWTH = 1.2;
    private static final double TENTH = 0.1;

    private final int pods;

    ManyPods(int pods) {
        this.pods = pods;
    }

    void bindAndRelease(Table table) throws IOException {
        Path journals = Files.createTempDirectory(Path.of("/dev/shm"), "podbridge-many");
        List<ThrowawayPod> made = new ArrayList<>();
        try {
            for (int i = 0; i < pods; i++) {
                made.add(ThrowawayPod.make());
            }
            work(journals, made.get(0), new Samples(), new Samples());
            long descriptors = descriptors();
            long heap = heap();
            Samples binds = new Samples();
            Samples releases = new Samples();
            for (ThrowawayPod pod : made) {
                binds.add(nanos(() -> Bound.pod(journals, pod.namespace()).preparePodNetworkInterface()));
            }
            for (ThrowawayPod pod : made) {
                releases.add(nanos(() -> Bound.pod(journals, pod.namespace()).release()));
            }
            growth(table, "bind", binds);
            growth(table, "release", releases);
            table.figure("descriptors and heap after " + pods + " pods", (descriptors() - descriptors) + ", "
                    + (heap() - heap) / 1024 + " KiB", "back to the start");
        } finally {
            made.forEach(ThrowawayPod::close);
            delete(journals);
        }
    }

    private void growth(Table table, String verb, Samples samples) {
        int part = Math.max(1, (int) (pods * TENTH));
        table.atMost("the last tenth of " + pods + " pods, " + verb, samples.part(pods - part, pods).median(), "the first tenth",
                samples.part(0, part).median(), GROWTH);
    }

    private static void work(Path journals, ThrowawayPod pod, Samples binds, Samples releases) {
        BridgePodNetworkConfigurator configurator = Bound.pod(journals, pod.namespace());
        binds.add(nanos(configurator::preparePodNetworkInterface));
        releases.add(nanos(configurator::release));
    }

    private static long nanos(Runnable work) {
        long begun = System.nanoTime();
        work.run();
        return System.nanoTime() - begun;
    }

    private static long descriptors() {
        return Objects.requireNonNull(ManagementFactory.getPlatformMXBean(UnixOperatingSystemMXBean.class))
                .getOpenFileDescriptorCount();
    }

    private static long heap() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    private static void delete(Path directory) throws IOException {
        try (var files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
