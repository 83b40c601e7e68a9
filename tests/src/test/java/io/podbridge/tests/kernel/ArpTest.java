package io.podbridge.tests.kernel;

import io.podbridge.Bindings;
import io.podbridge.binding.BridgeBinding;
import io.podbridge.binding.PlaceholderKind;
import io.podbridge.testkit.NetnsExtension;
import io.podbridge.testkit.TestPod;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Whether the pod's stack answers for the pod's address, which the guest has now. */
@ExtendWith(NetnsExtension.class)
class ArpTest {
    private static final String POD = "10.244.1.7";

    @TempDir
    Path journals;

    /** {@return what the node's kernel found out: REACHABLE if somebody answered, FAILED if nobody did} */
    private static String resolve(TestPod pod) {
        pod.node().ip("neigh", "flush", "dev", "veth-pod");
        pod.node().ip("neigh", "replace", POD, "dev", "veth-pod", "nud", "none", "use");
        while (true) {
            // Each pass starts a process; the kernel gives up after three probes, a second each.
            String entry = pod.node().ip("neigh", "show", POD, "dev", "veth-pod");
            if (entry.contains("REACHABLE") || entry.contains("FAILED")) {
                return entry;
            }
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"AUTO", "VETH"})
    void arpForThePodsAddressIsUnansweredWhileBoundAndTheBridgeIsSilent(PlaceholderKind placeholder, TestPod pod) {
        assertThat(resolve(pod)).contains("REACHABLE").contains(pod.shape().mac().toString());
        var configurator = Bindings.in(journals).configurator(pod.namespace(),
                BridgeBinding.of("eth0").withPlaceholder(placeholder));
        configurator.preparePodNetworkInterface();
        assertThat(resolve(pod)).contains("FAILED");
        // Seconds have gone by: whatever the stack says for itself on a link that comes up, IPv6 or IGMP, it would have said by now.
        assertThat(Ips.sent(pod, "k6t-eth0")).isZero();
        configurator.release();
        assertThat(resolve(pod)).contains("REACHABLE");
    }
}
