package io.podbridge.benchmarks.jmh;

import io.podbridge.PreparedPod;
import io.podbridge.benchmarks.worker.Bound;
import io.podbridge.benchmarks.worker.ThrowawayPod;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.BenchmarkParams;

/** A bind on the kernel, in a new pod each time. With {@code -prof gc} it tells what a bind allocates; the pods are made before. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 300)
@Measurement(iterations = 100)
public class KernelBind {

    private final List<ThrowawayPod> pods = new ArrayList<>();
    private Path journals = Path.of("");
    private int next;

    /** For JMH. */
    public KernelBind() {}

    /**
     * Makes the pods.
     *
     * @param parameters how many there have to be
     * @throws IOException if the journals' directory cannot be made
     */
    @Setup
    public void make(BenchmarkParams parameters) throws IOException {
        journals = Files.createTempDirectory(Path.of("/dev/shm"), "podbridge-kernel");
        int count = parameters.getWarmup().getCount() + parameters.getMeasurement().getCount();
        for (int i = 0; i < count; i++) {
            pods.add(ThrowawayPod.make());
        }
    }

    /**
     * Binds.
     *
     * @return the pod
     */
    @Benchmark
    public PreparedPod bind() {
        return Bound.pod(journals, pods.get(next++).namespace()).preparePodNetworkInterface();
    }

    /**
     * Deletes the pods.
     *
     * @throws IOException if the journals cannot be deleted
     */
    @TearDown
    public void delete() throws IOException {
        pods.forEach(ThrowawayPod::close);
        deleteAll(journals);
    }

    static void deleteAll(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
