package io.podbridge.tests.kernel;

import io.podbridge.Bindings;
import io.podbridge.BridgePodNetworkConfigurator;
import io.podbridge.RecordedBinding;
import io.podbridge.RefusedException;
import io.podbridge.binding.BridgeBinding;
import io.podbridge.netlink.NetworkNamespace;
import io.podbridge.netlink.RequestListener;
import io.podbridge.testkit.NetnsExtension;
import io.podbridge.testkit.PodSnapshot;
import io.podbridge.testkit.TestPod;
import io.podbridge.tests.guest.Companion;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import static io.podbridge.testkit.assertions.PodbridgeAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** A process ends after any of its requests; the next one goes on, or goes back. */
@ExtendWith(NetnsExtension.class)
class ResumeTest {
    @TempDir
    Path journals;

    private BridgePodNetworkConfigurator configurator(TestPod pod, RequestListener listener) {
        return Bindings.in(journals).withListener(listener).configurator(pod.namespace(),
                BridgeBinding.of("eth0").withTapOwner(1, 2));
    }

    private RecordedBinding left() {
        List<RecordedBinding> left = Bindings.in(journals).list();
        assertThat(left).hasSize(1);
        assertThat(left.get(0).state()).isEqualTo(RecordedBinding.State.LIVE);
        return left.get(0);
    }

    @Test
    void whatIsAddedToAnUntouchedNicAfterACrashIsNotLost(TestPod pod) {
        BridgePodNetworkConfigurator dying = configurator(pod, Crash.after(2));
        assertThat(Crash.isSurvivedBy(dying::preparePodNetworkInterface)).isFalse();
        pod.ip("addr", "add", "10.244.1.9/24", "dev", "eth0");
        pod.ip("route", "add", "10.66.0.0/16", "via", "10.244.1.1", "dev", "eth0");
        left().configurator().preparePodNetworkInterface();
        assertThat(Ips.addresses(Ips.link(pod, "eth0"))).contains("10.244.1.9/24");
        left().configurator().release();
        assertThat(Ips.addresses(Ips.link(pod, "eth0"))).contains("10.244.1.9/24");
        assertThat(pod.ip("route", "show")).contains("10.66.0.0/16 via 10.244.1.1");
    }

    @Test
    void aNicThatGotAnObstacleAfterACrashIsRefusedAndUntouched(TestPod pod) {
        assertThat(Crash.isSurvivedBy(configurator(pod, Crash.after(2))::preparePodNetworkInterface)).isFalse();
        pod.ip("link", "add", "link", "eth0", "name", "mv0", "type", "macvlan");
        PodSnapshot before = pod.snapshot();
        assertThatThrownBy(left().configurator()::preparePodNetworkInterface).isInstanceOf(RefusedException.class)
                .hasMessageContaining("mv0");
        assertThat(pod).isUnchangedSince(before);
    }

    @Test
    void aPodWhoseProcessHasEndedLivesAsLongAsAnotherIsInIt(TestPod pod) throws IOException {
        try (Companion first = Companion.idle(pod.pod())) {
            Bindings.in(journals)
                    .configurator(NetworkNamespace.ofPid(first.pid()), BridgeBinding.of("eth0").withTapOwner(1, 2))
                    .preparePodNetworkInterface();
        }
        assertThat(left().configurator().verify()).isEmpty();
        assertThat(left().configurator().release()).isTrue();
    }

    @Test
    void aReleaseThatWasBegunIsWhatPlanShows(TestPod pod) {
        configurator(pod, RequestListener.NONE).preparePodNetworkInterface();
        assertThat(Crash.isSurvivedBy(configurator(pod, Crash.after(2))::release)).isFalse();
        assertThat(left().configurator().plan().steps()).extracting(step -> step.name()).contains("nic-addresses-back",
                "own-links");
        assertThat(left().configurator().release()).isTrue();
    }

    @Test
    void aPodThatIsDeletedWhileBoundIsGoneAndCanBeForgotten(TestPod pod) {
        configurator(pod, RequestListener.NONE).preparePodNetworkInterface();
        pod.pod().close();
        RecordedBinding left = Bindings.in(journals).list().get(0);
        assertThat(left.state()).isEqualTo(RecordedBinding.State.GONE);
        assertThatThrownBy(left::configurator).isInstanceOf(IllegalStateException.class).hasMessageContaining("GONE");
        left.forget();
        assertThat(Bindings.in(journals).list()).isEmpty();
    }
}
