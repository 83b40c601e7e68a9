package io.podbridge.tests.exclusion;

import com.google.common.base.Stopwatch;
import io.podbridge.Bindings;
import io.podbridge.BridgePodNetworkConfigurator;
import io.podbridge.PreparedPod;
import io.podbridge.RecordedBinding;
import io.podbridge.netlink.model.IpPrefix;
import io.podbridge.testkit.PodSnapshot;
import io.podbridge.testkit.TestPod;
import io.podbridge.testkit.netns.NetnsRequirement;
import io.podbridge.tests.matrix.Backend;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.FutureTask;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static io.podbridge.testkit.assertions.PodbridgeAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** A hundred pods of the real kernel, each bound and released by a thread of its own, all at once. */
class HundredPodsTest {
    private static final int PODS = 100;
    private static final boolean LONG = Boolean.getBoolean("podbridge.long");
    private static final int ROUNDS = LONG ? 10 : 1;
    /** The kernel takes its time for a release; with {@code -Plong} all pods have both kinds. */
    private static final int RELEASED_BY_PLATFORM_THREADS = LONG ? PODS : 10;
    /** Of the heap, for each pod and round, once everything is loaded; a handler or a thread shows among descriptors and threads too. */
    private static final long LEAKS_NOTHING = 16_384;

    @TempDir
    Path journals;

    private List<TestPod> pods = List.of();

    @BeforeEach
    void make() {
        NetnsRequirement.check();
        pods = IntStream.range(0, PODS).parallel().mapToObj(i -> TestPod.create()).toList();
    }

    @AfterEach
    void delete() {
        pods.forEach(TestPod::close);
    }

    @Test
    void allAreBoundAndReleasedAndNothingIsLeftInTheProcess() throws Exception {
        PodSnapshot before = pods.get(PODS - 1).snapshot();
        List<Footprint> footprints = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            bind(Threads.PLATFORM, pods);
            release(Threads.VIRTUAL, pods);
            footprints.add(Footprint.now());
            assertThat(pods.get(PODS - 1)).isUnchangedSince(before);
            bind(Threads.VIRTUAL, pods);
            release(Threads.PLATFORM, pods.subList(0, RELEASED_BY_PLATFORM_THREADS));
        }
        Footprint first = footprints.get(0); // with all that is loaded once
        Footprint last = Footprint.now();

        System.out.println("exclusion: " + PODS + " pods at once, " + ROUNDS + " rounds: " + first + " became " + last);
        assertThat(last.descriptors()).isLessThanOrEqualTo(first.descriptors());
        assertThat(last.threads()).isLessThanOrEqualTo(first.threads());
        assertThat(last.claims()).isZero();
        assertThat(last.heap() - first.heap()).isLessThan((long) ROUNDS * PODS * LEAKS_NOTHING);
        assertThat(Bindings.in(journals).list()).hasSize(PODS - RELEASED_BY_PLATFORM_THREADS)
                .allMatch(left -> left.state() == RecordedBinding.State.LIVE);
    }

    private void bind(Threads threads, List<TestPod> which) throws Exception {
        Stopwatch time = Stopwatch.createStarted();
        List<PreparedPod> prepared = atOnce(threads, which, BridgePodNetworkConfigurator::preparePodNetworkInterface);
        System.out.println("exclusion: " + which.size() + " pods at once, " + threads + " threads: bound in " + time);
        assertThat(prepared).extracting(PreparedPod::dhcpConfig)
                .allSatisfy(dhcp -> assertThat(dhcp.address()).contains(IpPrefix.parse("10.244.1.7/24")));
        assertThat(atOnce(threads, which, BridgePodNetworkConfigurator::verify)).allSatisfy(drift -> assertThat(drift).isEmpty());
    }

    private void release(Threads threads, List<TestPod> which) throws Exception {
        Stopwatch time = Stopwatch.createStarted();
        assertThat(atOnce(threads, which, BridgePodNetworkConfigurator::release)).doesNotContain(false);
        System.out.println("exclusion: " + which.size() + " pods at once, " + threads + " threads: released in " + time);
    }

    private <T> List<T> atOnce(Threads threads, List<TestPod> which, Function<BridgePodNetworkConfigurator, T> verb)
            throws Exception {
        Bindings bindings = Bindings.in(journals).withHandlers(Backend.PANAMA.handlers());
        CyclicBarrier start = new CyclicBarrier(which.size());
        List<FutureTask<T>> tasks = which.stream().map(pod -> new FutureTask<>(() -> {
            start.await();
            return verb.apply(bindings.configurator(pod.namespace(), Holder.BINDING));
        })).toList();
        List<Thread> made = tasks.stream().map(threads.factory()::newThread).toList();
        made.forEach(Thread::start);
        List<T> done = new ArrayList<>();
        for (FutureTask<T> task : tasks) {
            done.add(task.get());
        }
        for (Thread thread : made) {
            thread.join();
        }
        return done;
    }
}
