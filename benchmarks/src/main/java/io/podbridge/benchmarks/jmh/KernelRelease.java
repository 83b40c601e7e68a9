package io.podbridge.benchmarks.jmh;

import io.podbridge.benchmarks.worker.Bound;
import io.podbridge.benchmarks.worker.ThrowawayPod;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** A release on the kernel, of one pod that is bound again before each. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class KernelRelease {
    private final ThrowawayPod pod = ThrowawayPod.make();
    private Path journals = Path.of("");

    /** For JMH. */
    public KernelRelease() {}

    /**
     * Makes the journals' directory.
     *
     * @throws IOException if that fails
     */
    @Setup
    public void make() throws IOException {
        journals = Files.createTempDirectory(Path.of("/dev/shm"), "podbridge-kernel");
    }

    /** Binds the pod. */
    @Setup(Level.Invocation)
    public void bind() {
        Bound.pod(journals, pod.namespace()).preparePodNetworkInterface();
    }

    /**
     * Releases.
     *
     * @return whether there was something to release
     */
    @Benchmark
    public boolean release() {
        return Bound.pod(journals, pod.namespace()).release();
    }

    /**
     * Deletes the pod.
     *
     * @throws IOException if the journals cannot be deleted
     */
    @TearDown
    public void delete() throws IOException {
        pod.close();
        KernelBind.deleteAll(journals);
    }
}
