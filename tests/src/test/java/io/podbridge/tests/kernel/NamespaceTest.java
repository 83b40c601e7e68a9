package io.podbridge.tests.kernel;

import io.podbridge.Bindings;
import io.podbridge.NamespaceGoneException;
import io.podbridge.binding.BridgeBinding;
import io.podbridge.binding.Phase;
import io.podbridge.netlink.NetlinkHandler;
import io.podbridge.netlink.NetlinkHandlers;
import io.podbridge.netlink.NetworkNamespace;
import io.podbridge.testkit.NetnsExtension;
import io.podbridge.testkit.TestPod;
import io.podbridge.tests.guest.Companion;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** One pod, named in different ways. */
@ExtendWith(NetnsExtension.class)
class NamespaceTest {
    @TempDir
    Path journals;

    private Phase phase(NetworkNamespace namespace) {
        return Bindings.in(journals).configurator(namespace, BridgeBinding.of("eth0")).phase();
    }

    @Test
    void processPathAndNameLeadToTheSameBinding(TestPod pod) throws IOException {
        try (Companion inside = Companion.idle(pod.pod())) {
            NetworkNamespace byPid = NetworkNamespace.ofPid(inside.pid());
            Bindings.in(journals).configurator(byPid, BridgeBinding.of("eth0")).preparePodNetworkInterface();
            assertThat(phase(pod.namespace())).isEqualTo(Phase.PREPARED);
            assertThat(phase(NetworkNamespace.ofPath(Path.of("/run/netns", pod.pod().name())))).isEqualTo(Phase.PREPARED);
            assertThat(phase(byPid)).isEqualTo(Phase.PREPARED);
        }
    }

    @Test
    void aProcessThatHasEndedLeadsNowhere(TestPod pod) throws IOException {
        Companion inside = Companion.idle(pod.pod());
        NetworkNamespace namespace = NetworkNamespace.ofPid(inside.pid());
        inside.close();
        assertThatThrownBy(() -> phase(namespace)).isInstanceOf(NamespaceGoneException.class)
                .hasMessageContaining("process " + inside.pid());
    }

    @Test
    void aHandlerThatIsOpenIsSeenAsWhatKeepsItsNamespace(TestPod pod) {
        try (NetlinkHandler open = NetlinkHandlers.open(pod.namespace())) {
            assertThat(open.linkByName("eth0")).isPresent();
            assertThat(pod.pod().openDescriptors()).anyMatch(what -> what.endsWith("(a netlink socket)"));
            assertThat(pod.node().openDescriptors()).isEmpty();
        }
        assertThat(pod.pod().openDescriptors()).isEmpty();
        pod.pod().close();
        assertThat(pod.pod().openDescriptors()).isEmpty();
    }

    @Test
    void aTestMayTakeAHandlerOfItsPod(TestPod pod, NetlinkHandler handler, NetlinkHandler again) {
        assertThat(handler).isSameAs(again);
        assertThat(handler.namespace()).isEqualTo(pod.namespace());
    }
}
