package io.podbridge.testkit;

import io.podbridge.Bindings;
import io.podbridge.BridgePodNetworkConfigurator;
import io.podbridge.PreparedPod;
import io.podbridge.RecordedBinding;
import io.podbridge.binding.BridgeBinding;
import io.podbridge.binding.Drift;
import io.podbridge.binding.Phase;
import io.podbridge.netlink.NetlinkHandlers;
import io.podbridge.netlink.model.Link;
import io.podbridge.netlink.state.NamespaceState;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class FakeStateMachineTest {
    private final FakeKernel kernel = FakeKernel.create();
    private final FakePod pod = FakePod.create(kernel);
    private final NamespaceState before = pod.snapshot();

    @TempDir
    private Path journals = Path.of("unused");

    private Bindings bindings() {
        return Bindings.in(journals).withHandlers(NetlinkHandlers.of(kernel.provider()));
    }

    private BridgePodNetworkConfigurator configurator() {
        return bindings().configurator(pod.namespace(), BridgeBinding.of("eth0").withTapOwner(107, 107));
    }

    @Test
    void aPodIsBoundWithoutDriftAndGivenBackAsItWas() {
        PreparedPod prepared = configurator().preparePodNetworkInterface();

        assertThat(prepared.domainInterface().mac()).isEqualTo(pod.shape().mac());
        assertThat(configurator().verify()).isEmpty();
        assertThat(pod.snapshot().links()).extracting(Link::name).contains("eth0", "eth0-nic", "k6t-eth0", "tap0");

        configurator().release();

        assertThat(pod.snapshot()).isEqualTo(before);
    }

    @Test
    void aBoundPodIsListedAsLiveAndAsGoneOnceItsNamespaceIsDeleted() {
        configurator().preparePodNetworkInterface();
        assertThat(bindings().list()).extracting(RecordedBinding::state).containsExactly(RecordedBinding.State.LIVE);

        kernel.delete(pod.namespace());

        assertThat(bindings().list()).extracting(RecordedBinding::state).containsExactly(RecordedBinding.State.GONE);
    }

    @Test
    void preparingAgainChangesNothing() {
        configurator().preparePodNetworkInterface();
        NamespaceState bound = pod.snapshot();

        configurator().preparePodNetworkInterface();

        assertThat(pod.snapshot()).isEqualTo(bound);
        assertThat(bindings().list()).extracting(RecordedBinding::phase).containsExactly(Optional.of(Phase.PREPARED));
    }

    @Test
    void whatIsNotBoundIsToldFromWhatIsNotThere() {
        assertThat(configurator().verify()).extracting(Drift::toString)
                .containsExactly("phase of the binding is PENDING, not PREPARED (prepare)");
        assertThat(bindings().configurator(pod.namespace(), BridgeBinding.of("eth9")).verify()).extracting(Drift::toString)
                .contains("interface eth9 is missing (discover)");
    }
}
