package io.podbridge.testkit;

import io.podbridge.netlink.NetworkNamespace;
import io.podbridge.netlink.model.Link;
import io.podbridge.netlink.model.LinkId;
import io.podbridge.netlink.request.LinkAdd;
import io.podbridge.netlink.request.LinkChange;
import io.podbridge.netlink.request.LinkSet;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class DeadProcessTest {
    private final FakeKernel kernel = FakeKernel.create();
    private final NetworkNamespace namespace = kernel.namespace("ns");
    private final FakeNetlinkHandler handler = kernel.open(namespace);

    @AfterEach
    void close() {
        handler.close();
    }

    private void dies() {
        kernel.inject(Faults.none().dyingBefore(1));
        assertThatExceptionOfType(SimulatedCrash.class).isThrownBy(() -> handler.linkAdd(LinkAdd.bridge("br0").build()));
    }

    @Test
    void aDeadProcessDoesNothingMoreAndAnotherFindsWhatItLeft() {
        handler.linkAdd(LinkAdd.bridge("br0").build());
        LinkId bridge = handler.linkByName("br0").map(Link::id).orElseThrow();
        LinkSet request = LinkSet.of(bridge, new LinkChange.Up(), new LinkChange.Mtu(1400), new LinkChange.Name("br9"));
        kernel.inject(Faults.none().dyingAfter(1, 1));

        assertThatExceptionOfType(SimulatedCrash.class).isThrownBy(() -> handler.execute(request));
        assertThatExceptionOfType(SimulatedCrash.class).isThrownBy(handler::linkList);
        assertThatExceptionOfType(SimulatedCrash.class).isThrownBy(() -> handler.execute(List.of()));

        handler.close();
        kernel.inject(Faults.none());
        try (FakeNetlinkHandler another = kernel.open(namespace)) {
            Link left = another.linkByIndex(bridge.index()).orElseThrow();
            assertThat(left.mtu()).isEqualTo(1400);
            assertThat(left.name()).isEqualTo("br0");
            assertThat(left.isUp()).isFalse();
        }
    }

    @Test
    void aProcessThatDiesBeforeARequestHasNotDoneIt() {
        kernel.inject(Faults.none().dyingBefore(1));

        assertThatExceptionOfType(SimulatedCrash.class).isThrownBy(() -> handler.linkAdd(LinkAdd.bridge("br0").build()));

        kernel.inject(Faults.none());
        try (FakeNetlinkHandler another = kernel.open(namespace)) {
            assertThat(another.linkByName("br0")).isEmpty();
        }
    }

    @Test
    void aProcessThatDiesAfterTheLastPartHasDoneAll() {
        kernel.inject(Faults.none().dyingAfter(1, 1));

        assertThatExceptionOfType(SimulatedCrash.class).isThrownBy(() -> handler.linkAdd(LinkAdd.bridge("br0").build()));

        kernel.inject(Faults.none());
        try (FakeNetlinkHandler another = kernel.open(namespace)) {
            assertThat(another.linkByName("br0")).isPresent();
        }
    }

    @Test
    void aClosedHandlerIsClosedThoughItsProcessIsDead() {
        kernel.inject(Faults.none().dyingBefore(1));
        assertThatExceptionOfType(SimulatedCrash.class).isThrownBy(() -> handler.linkAdd(LinkAdd.bridge("br0").build()));

        handler.close();

        assertThatIllegalStateException().isThrownBy(handler::linkList);
    }

    @Test
    void withAProcessGoAllOfItsHandlersAndNoneCanBeOpenedUntilThereIsAnother() {
        try (FakeNetlinkHandler sibling = kernel.open(namespace)) {
            dies();

            assertThatExceptionOfType(SimulatedCrash.class).isThrownBy(sibling::linkList);
            assertThatExceptionOfType(SimulatedCrash.class).isThrownBy(() -> sibling.linkAdd(LinkAdd.bridge("br1").build()));
            assertThatExceptionOfType(SimulatedCrash.class).isThrownBy(() -> kernel.open(namespace));

            kernel.inject(Faults.none());
            assertThatExceptionOfType(SimulatedCrash.class).isThrownBy(sibling::linkList);
            try (FakeNetlinkHandler another = kernel.open(namespace)) {
                assertThat(another.linkList()).hasSize(1);
            }
        }
    }

    @Test
    void aDeadProcessKeepsNoNamespace() {
        FakePod pod = FakePod.create(kernel);
        try (FakeNetlinkHandler inPod = pod.open()) {
            kernel.delete(pod.namespace());
            assertThat(inPod.linkByName("eth0")).isPresent();

            dies();

            kernel.inject(Faults.none());
            try (FakeNetlinkHandler inNode = kernel.open(pod.node())) {
                assertThat(inNode.linkByName("veth-pod")).isEmpty();
            }
        }
    }

    @Test
    void aHandlerThatIsClosedAfterItsDeathLetsGoOfItsNamespaceOnlyOnce() {
        dies();
        kernel.inject(Faults.none());
        try (FakeNetlinkHandler another = kernel.open(namespace)) {
            another.linkAdd(LinkAdd.bridge("br0").build());
            kernel.delete(namespace);

            handler.close();

            assertThat(another.linkByName("br0")).isPresent();
        }
    }

    @Test
    void aTestLooksAtThePodOfADeadProcess() {
        FakePod pod = FakePod.create(kernel);
        dies();

        assertThat(pod.snapshot().link("eth0")).isPresent();
    }
}
