package io.podbridge.benchmarks.jmh;

import io.podbridge.benchmarks.worker.ThrowawayPod;
import io.podbridge.netlink.NetlinkHandler;
import io.podbridge.netlink.NetlinkHandlers;
import io.podbridge.netlink.model.Link;
import io.podbridge.netlink.model.Route;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** A link looked up, and the tables of a pod read, through an open handler. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class Reads {
    private final ThrowawayPod pod = ThrowawayPod.make();
    private final NetlinkHandler handler = NetlinkHandlers.open(pod.namespace());

    /** For JMH. */
    public Reads() {}

    /** {@return the link that was looked up} */
    @Benchmark
    public Optional<Link> linkByName() {
        return handler.linkByName("eth0");
    }

    /** {@return all links} */
    @Benchmark
    public List<Link> links() {
        return handler.linkList();
    }

    /** {@return all routes} */
    @Benchmark
    public List<Route> routes() {
        return handler.routeList();
    }

    /** Deletes the pod. */
    @TearDown
    public void close() {
        handler.close();
        pod.close();
    }
}
