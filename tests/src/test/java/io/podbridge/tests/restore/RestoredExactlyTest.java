package io.podbridge.tests.restore;

import io.podbridge.netlink.HandlerOptions;
import io.podbridge.netlink.NetlinkHandler;
import io.podbridge.netlink.NetlinkHandlers;
import io.podbridge.netlink.state.NamespaceState;
import io.podbridge.testkit.FakePod;
import io.podbridge.testkit.NetnsExtension;
import io.podbridge.testkit.PodSnapshot;
import io.podbridge.testkit.TestPod;
import io.podbridge.tests.matrix.Backend;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** A pod that is special in some way is given back exactly, or refused before it is touched, or {@code docs/restoring.md} tells what is lost. */
@ExtendWith(NetnsExtension.class)
class RestoredExactlyTest {
    /** Most of them: it knows no encapsulation, no next-hop object, no queue, and not every flag of a link. */
    private static final int HELD_IN_MEMORY = 80;
    private static final AtomicInteger TRIED = new AtomicInteger();
    private static final AtomicInteger BOUND = new AtomicInteger();
    private static final AtomicInteger REFUSED = new AtomicInteger();
    private static final AtomicInteger IN_MEMORY = new AtomicInteger();

    @TempDir
    Path journals;

    @ParameterizedTest
    @MethodSource("io.podbridge.tests.restore.Peculiarities#all")
    void byNetlinkAndInMemory(Peculiarity peculiarity, TestPod pod) {
        TRIED.incrementAndGet();
        peculiarity.make(pod);
        NamespaceState original = read(pod);
        check(peculiarity, pod, Backend.PANAMA);
        if (!peculiarity.outcome().isRefused(false)) {
            checkInMemory(peculiarity, original);
        }
    }

    @ParameterizedTest
    @MethodSource("io.podbridge.tests.restore.Peculiarities#byIp")
    void byIp(Peculiarity peculiarity, TestPod pod) {
        peculiarity.make(pod);
        check(peculiarity, pod, Backend.IPROUTE2);
    }

    /** How many the kernel in memory must hold can be said only when all were tried. */
    @AfterAll
    static void report() {
        System.out.println("restoring exactly: " + BOUND + " pods given back, " + IN_MEMORY + " of them in memory too, " + REFUSED
                + " refused untouched");
        if (TRIED.get() == Peculiarities.all().count()) {
            assertThat(IN_MEMORY).hasValueGreaterThan(HELD_IN_MEMORY);
        }
    }

    private void check(Peculiarity peculiarity, TestPod pod, Backend backend) {
        PodSnapshot before = pod.snapshot();
        RestoredPod restored = new RestoredPod(peculiarity.outcome(), pod.namespace(), journals, backend.handlers());
        if (peculiarity.outcome().isRefused(backend == Backend.IPROUTE2)) {
            restored.refuse();
            assertThat(before.difference(pod.snapshot())).isEmpty();
            REFUSED.incrementAndGet();
        } else {
            restored.bindAndRelease();
            Peculiarity.settle(pod);
            List<String> difference = before.difference(pod.snapshot()).lines().filter(line -> line.startsWith("  ")).toList();
            restored.assertRestored(difference);
            restored.assertLost(difference);
            BOUND.incrementAndGet();
        }
    }

    private void checkInMemory(Peculiarity peculiarity, NamespaceState original) {
        FakePod copy = MemoryCopy.of(original, peculiarity.settings());
        NamespaceState before = copy.snapshot();
        if (original.difference(before).isEmpty()) {
            RestoredPod restored = new RestoredPod(peculiarity.outcome(), copy.namespace(), journals,
                    NetlinkHandlers.of(copy.kernel().provider()));
            restored.bindAndRelease();
            restored.assertRestored(before.difference(copy.snapshot()));
            IN_MEMORY.incrementAndGet();
        }
    }

    private static NamespaceState read(TestPod pod) {
        try (NetlinkHandler handler = Backend.PANAMA.handlers().open(HandlerOptions.of(pod.namespace()))) {
            return NamespaceState.read(handler);
        }
    }
}
