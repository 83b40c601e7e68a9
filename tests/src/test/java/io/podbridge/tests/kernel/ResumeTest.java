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

    /** As a crash would end a verb: nothing of it runs after this. */
    private static final class Crash extends Error {
        private static final long serialVersionUID = 1;
    }

    private BridgePodNetworkConfigurator configurator(TestPod pod, RequestListener listener) {
        return Bindings.in(journals).withListener(listener).configurator(pod.namespace(),
                BridgeBinding.of("eth0").withTapOwner(1, 2));
    }

    private static RequestListener crashAfter(int requests) {
        int[] left = {requests};
        return (outcome, time) -> {
            left[0]--;
            if (left[0] == 0) {
                throw new Crash();
            }
        };
    }

    /** {@return whether the verb got to its end before the crash} */
    private static boolean survives(Runnable verb) {
        try {
            verb.run();
            return true;
        } catch (Crash crash) {
            return false;
        }
    }

    private RecordedBinding left() {
        List<RecordedBinding> left = Bindings.in(journals).list();
        assertThat(left).hasSize(1);
        assertThat(left.get(0).state()).isEqualTo(RecordedBinding.State.LIVE);
        return left.get(0);
    }

    @Test
    void what_is_added_to_an_untouched_nic_after_a_crash_is_not_lost(TestPod pod) {
        BridgePodNetworkConfigurator dying = configurator(pod, crashAfter(2));
        assertThat(survives(dying::preparePodNetworkInterface)).isFalse();
        pod.ip("addr", "add", "10.244.1.9/24", "dev", "eth0");
        pod.ip("route", "add", "10.66.0.0/16", "via", "10.244.1.1", "dev", "eth0");
        left().configurator().preparePodNetworkInterface();
        assertThat(Ips.addresses(Ips.link(pod, "eth0"))).contains("10.244.1.9/24");
        left().configurator().release();
        assertThat(Ips.addresses(Ips.link(pod, "eth0"))).contains("10.244.1.9/24");
        assertThat(pod.ip("route", "show")).contains("10.66.0.0/16 via 10.244.1.1");
    }

    @Test
    void a_nic_that_got_an_obstacle_after_a_crash_is_refused_and_untouched(TestPod pod) {
        assertThat(survives(configurator(pod, crashAfter(2))::preparePodNetworkInterface)).isFalse();
        pod.ip("link", "add", "link", "eth0", "name", "mv0", "type", "macvlan");
        PodSnapshot before = pod.snapshot();
        assertThatThrownBy(left().configurator()::preparePodNetworkInterface).isInstanceOf(RefusedException.class)
                .hasMessageContaining("mv0");
        assertThat(pod).isUnchangedSince(before);
    }

    @Test
    void a_pod_whose_process_has_ended_lives_as_long_as_another_is_in_it(TestPod pod) throws Exception {
        Process first = new ProcessBuilder("ip", "netns", "exec", pod.pod().name(), "cat").start();
        try {
            NetworkNamespace byPid = NetworkNamespace.ofPid(first.pid());
            while (!byPid.inode().equals(pod.namespace().inode())) {
                byPid = NetworkNamespace.ofPid(first.pid());
            }
            Bindings.in(journals).configurator(byPid, BridgeBinding.of("eth0").withTapOwner(1, 2)).preparePodNetworkInterface();
        } finally {
            first.destroy();
            first.waitFor();
        }
        assertThat(left().configurator().verify()).isEmpty();
        assertThat(left().configurator().release()).isTrue();
    }

    @Test
    void a_release_that_was_begun_is_what_plan_shows(TestPod pod) {
        configurator(pod, RequestListener.NONE).preparePodNetworkInterface();
        assertThat(survives(configurator(pod, crashAfter(2))::release)).isFalse();
        assertThat(left().configurator().plan().steps()).extracting(step -> step.name()).contains("nic-addresses-back",
                "own-links");
        assertThat(left().configurator().release()).isTrue();
    }

    @Test
    void a_pod_that_is_deleted_while_bound_is_gone_and_can_be_forgotten(TestPod pod) {
        configurator(pod, RequestListener.NONE).preparePodNetworkInterface();
        pod.pod().close();
        RecordedBinding left = Bindings.in(journals).list().get(0);
        assertThat(left.state()).isEqualTo(RecordedBinding.State.GONE);
        assertThatThrownBy(left::configurator).isInstanceOf(IllegalStateException.class).hasMessageContaining("GONE");
        left.forget();
        assertThat(Bindings.in(journals).list()).isEmpty();
    }
}
