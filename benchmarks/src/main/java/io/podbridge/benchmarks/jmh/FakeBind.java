package io.podbridge.benchmarks.jmh;

import io.podbridge.Bindings;
import io.podbridge.BridgePodNetworkConfigurator;
import io.podbridge.binding.BridgeBinding;
import io.podbridge.netlink.NetlinkHandlers;
import io.podbridge.testkit.FakeKernel;
import io.podbridge.testkit.FakePod;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** A bind and a release on the kernel in memory: what the state machine and its journal cost by themselves. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class FakeBind {
    private final FakeKernel kernel = FakeKernel.create();
    private final FakePod pod = FakePod.create(kernel);
    private Path journals = Path.of("");

    /** For JMH. */
    public FakeBind() {}

    /**
     * Makes the journals' directory.
     *
     * @throws IOException if that fails
     */
    @Setup
    public void make() throws IOException {
        journals = Files.createTempDirectory(Path.of("/dev/shm"), "podbridge-fake");
    }

    /**
     * Binds and releases.
     *
     * @return whether there was something to release
     */
    @Benchmark
    public boolean bindAndRelease() {
        BridgePodNetworkConfigurator configurator = Bindings.in(journals).withHandlers(NetlinkHandlers.of(kernel.provider()))
                .configurator(pod.namespace(), BridgeBinding.of("eth0").withTapOwner(107, 107));
        configurator.preparePodNetworkInterface();
        kernel.forgetRequests();
        return configurator.release();
    }

    /**
     * Deletes the journals.
     *
     * @throws IOException if that fails
     */
    @TearDown
    public void delete() throws IOException {
        KernelBind.deleteAll(journals);
    }
}
