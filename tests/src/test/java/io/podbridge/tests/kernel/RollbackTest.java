package io.podbridge.tests.kernel;

import io.podbridge.Bindings;
import io.podbridge.BridgePodNetworkConfigurator;
import io.podbridge.StepFailedException;
import io.podbridge.binding.BridgeBinding;
import io.podbridge.binding.Phase;
import io.podbridge.netlink.RequestListener;
import io.podbridge.testkit.NetnsExtension;
import io.podbridge.testkit.PodSnapshot;
import io.podbridge.testkit.TestPod;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import static io.podbridge.testkit.assertions.PodbridgeAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** A step fails, because a stranger takes the name of a link meanwhile, and everything was to be taken back then. */
@ExtendWith(NetnsExtension.class)
class RollbackTest {
    @TempDir
    Path journals;

    private BridgePodNetworkConfigurator takingBack(TestPod pod, RequestListener stranger) {
        return Bindings.in(journals).withListener(stranger).configurator(pod.namespace(),
                BridgeBinding.of("eth0").withRollback(true));
    }

    /** Takes a name as soon as some request is through. */
    private static RequestListener taking(TestPod pod, String name, String request) {
        boolean[] done = {false};
        return (outcome, time) -> {
            if (!done[0] && outcome.request().toString().contains(request)) {
                done[0] = true;
                pod.ip("link", "add", name, "type", "bridge");
            }
        };
    }

    @Test
    void aStepThatFailsTakesEverythingBack(TestPod pod) {
        PodSnapshot before = pod.snapshot();
        var rollback = takingBack(pod, taking(pod, "tap0", "k6t-eth0"));
        assertThatThrownBy(rollback::preparePodNetworkInterface).isInstanceOf(StepFailedException.class)
                .hasMessageContaining("tap0").hasMessageContaining("taken back");
        assertThat(rollback.phase()).isEqualTo(Phase.PENDING);
        pod.ip("link", "del", "tap0");
        assertThat(pod).isUnchangedSince(before);
    }

    @Test
    void aRollbackThatFailsTooTellsBothFailuresAndReleaseGoesBackLater(TestPod pod) {
        PodSnapshot before = pod.snapshot();
        var rollback = takingBack(pod, taking(pod, "eth0", "name eth0-nic"));
        assertThatThrownBy(rollback::preparePodNetworkInterface).isInstanceOfSatisfying(StepFailedException.class, failure -> {
            assertThat(failure).hasMessageContaining("step placeholder-name").hasMessageContaining("going back failed as well")
                    .hasMessageContaining("step nic-name-back").hasMessageEndingWith("; call release");
            assertThat(failure.rollbackFailure()).get().isInstanceOf(StepFailedException.class);
            assertThat(failure.phase()).isEqualTo(Phase.RELEASING);
        });
        assertThat(rollback.phase()).isEqualTo(Phase.RELEASING);
        pod.ip("link", "del", "eth0");
        assertThat(rollback.release()).isTrue();
        assertThat(pod).isUnchangedSince(before);
    }

    @Test
    void aStepThatFailsWhileMendingTakesNothingBack(TestPod pod) {
        var rollback = takingBack(pod, RequestListener.NONE);
        rollback.preparePodNetworkInterface();
        pod.ip("link", "del", "tap0");
        pod.ip("link", "add", "tap0", "type", "bridge");
        PodSnapshot before = pod.snapshot();
        assertThatThrownBy(rollback::preparePodNetworkInterface).isInstanceOf(StepFailedException.class);
        assertThat(pod).isUnchangedSince(before);
        assertThat(rollback.phase()).isEqualTo(Phase.PREPARED);
    }
}
