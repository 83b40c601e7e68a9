package io.podbridge.tests.restore;

import io.podbridge.Bindings;
import io.podbridge.BridgePodNetworkConfigurator;
import io.podbridge.RefusedException;
import io.podbridge.binding.BridgeBinding;
import io.podbridge.binding.Refusal;
import io.podbridge.netlink.NetlinkHandlerProvider;
import io.podbridge.netlink.NetlinkHandlers;
import io.podbridge.testkit.PodSnapshot;
import io.podbridge.testkit.TestPod;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import static io.podbridge.testkit.assertions.PodbridgeAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** One pod that is made special, bound and released, or refused. */
final class RestoredPod {
    private static final AtomicInteger EXACTLY = new AtomicInteger();
    private static final AtomicInteger EXCEPT = new AtomicInteger();
    private static final AtomicInteger REFUSED = new AtomicInteger();

    private final TestPod pod;
    private final BridgePodNetworkConfigurator configurator;

    RestoredPod(TestPod pod, Path journals, NetlinkHandlerProvider backend) {
        this.pod = pod;
        configurator = Bindings.in(journals).withHandlers(NetlinkHandlers.of(backend)).configurator(pod.namespace(),
                BridgeBinding.of("eth0").withTxChecksumOff(false));
    }

    static String report() {
        return EXACTLY + " pods restored exactly, " + EXCEPT + " but for what the README tells, " + REFUSED
                + " refused untouched";
    }

    void check(Peculiarity peculiarity, boolean byIp) {
        peculiarity.make(pod);
        PodSnapshot before = pod.snapshot();
        Peculiarity.Outcome outcome = peculiarity.outcome();
        if (outcome.isRefused(byIp)) {
            RefusedException refused = catchThrowableOfType(RefusedException.class, configurator::preparePodNetworkInterface);
            assertThat(refused).as("refused").isNotNull();
            assertThat(refused.refusals()).extracting(Refusal::code).contains(outcome.refusal().orElseThrow());
            assertThat(pod).isUnchangedSince(before);
            REFUSED.incrementAndGet();
        } else {
            bindAndRelease();
            assertRestored(before, pod.snapshot(), outcome);
        }
    }

    private void bindAndRelease() {
        configurator.preparePodNetworkInterface();
        assertThat(configurator.verify()).isEmpty();
        assertThat(configurator.release()).isTrue();
        Peculiarity.settle(pod);
    }

    /** All that differs is what the README tells, and where it is said to differ it does: what is given back has no place there. */
    private static void assertRestored(PodSnapshot before, PodSnapshot after, Peculiarity.Outcome outcome) {
        List<String> lost = outcome.lost();
        if (lost.isEmpty()) {
            assertThat(after).isUnchangedSince(before);
            EXACTLY.incrementAndGet();
            return;
        }
        String difference = before.difference(after);
        assertThat(difference.lines().filter(line -> line.startsWith("  ")))
                .allMatch(line -> lost.stream().anyMatch(line::contains));
        if (outcome.surely()) {
            assertThat(lost).allMatch(difference::contains);
        }
        EXCEPT.incrementAndGet();
    }
}
