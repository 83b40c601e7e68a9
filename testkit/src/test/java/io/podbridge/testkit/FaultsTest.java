package io.podbridge.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.podbridge.netlink.Errno;
import io.podbridge.netlink.FailureKind;
import io.podbridge.netlink.NetlinkException;
import io.podbridge.netlink.NetworkNamespace;
import io.podbridge.netlink.RequestOutcome;
import io.podbridge.netlink.RequestOutcome.Status;
import io.podbridge.netlink.model.Link;
import io.podbridge.netlink.model.LinkId;
import io.podbridge.netlink.request.LinkAdd;
import io.podbridge.netlink.request.LinkChange;
import io.podbridge.netlink.request.LinkDelete;
import io.podbridge.netlink.request.LinkSet;
import io.podbridge.netlink.request.TapOptions;

class FaultsTest {
    private final FakeKernel kernel = FakeKernel.create();
    private final NetworkNamespace namespace = kernel.namespace("ns");
    private final FakeNetlinkHandler handler = kernel.open(namespace);

    @AfterEach
    void close() {
        handler.close();
    }

    private Link link(String name) {
        return handler.linkByName(name).orElseThrow();
    }

    private LinkSet threeChanges() {
        return LinkSet.of(link("br0").id(), new LinkChange.Up(), new LinkChange.Mtu(1400), new LinkChange.Name("br9"));
    }

    @Test
    void theChosenRequestFailsAndDoesNothing() {
        kernel.inject(Faults.none().failing(2, Errno.named("ENOBUFS")));

        List<RequestOutcome> outcomes = handler.execute(List.of(LinkAdd.bridge("br0").build(), LinkAdd.bridge("br1").build(),
                LinkAdd.bridge("br2").build()));

        assertThat(outcomes).extracting(RequestOutcome::status).containsExactly(Status.DONE, Status.FAILED, Status.NOT_SENT);
        assertThat(outcomes.get(1).failure().flatMap(NetlinkException::errno)).contains(Errno.named("ENOBUFS"));
        assertThat(handler.linkByName("br1")).isEmpty();
    }

    @Test
    void aRequestThatStopsHalfWayLeavesItsFirstChangesInTheKernelsOrder() {
        handler.linkAdd(LinkAdd.bridge("br0").build());
        kernel.inject(Faults.none().failingAfter(1, 2, Errno.named("ENOMEM")));

        assertThatExceptionOfType(NetlinkException.class).isThrownBy(() -> handler.execute(threeChanges()));

        assertThat(link("br9").mtu()).isEqualTo(1400);
        assertThat(link("br9").isUp()).isFalse();
    }

    @Test
    void aRequestKnowsItsParts() {
        handler.linkAdd(LinkAdd.bridge("br0").build());

        assertThat(handler.parts(threeChanges())).hasValue(3);
        assertThat(handler.parts(LinkAdd.bridge("br1").up().build())).hasValue(2);
        assertThat(handler.parts(LinkAdd.tap("tap0", TapOptions.ownedBy(1, 1)).mtu(1400).up().build())).hasValue(3);
        assertThat(handler.parts(new LinkDelete(link("br0").id()))).hasValue(1);
    }

    @Test
    void anOperationOnANamedLinkFailsAndOthersDoNot() {
        handler.linkAdd(LinkAdd.bridge("br0").build());
        handler.linkAdd(LinkAdd.bridge("br1").build());
        kernel.inject(Faults.none().failingOn(LinkDelete.class, "br0", Errno.named("EBUSY")));

        handler.execute(new LinkDelete(link("br1").id()));
        handler.linkSetUp(link("br0").id());
        assertThatExceptionOfType(NetlinkException.class).isThrownBy(() -> handler.execute(new LinkDelete(link("br0").id())))
                .extracting(NetlinkException::kind).isEqualTo(FailureKind.BUSY);

        assertThat(link("br0").isUp()).isTrue();
    }

    @Test
    void aDeadProcessDoesNothingMoreAndAnotherFindsWhatItLeft() {
        handler.linkAdd(LinkAdd.bridge("br0").build());
        LinkId bridge = link("br0").id();
        LinkSet request = threeChanges();
        kernel.inject(Faults.none().dyingAfter(1, 1));

        assertThatExceptionOfType(SimulatedCrash.class).isThrownBy(() -> handler.execute(request));
        assertThatExceptionOfType(SimulatedCrash.class).isThrownBy(handler::linkList);
        assertThatExceptionOfType(SimulatedCrash.class).isThrownBy(() -> handler.execute(List.of()));

        handler.close();
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

        try (FakeNetlinkHandler another = kernel.open(namespace)) {
            assertThat(another.linkByName("br0")).isEmpty();
        }
    }

    @Test
    void aProcessThatDiesAfterTheLastPartHasDoneAll() {
        kernel.inject(Faults.none().dyingAfter(1, 1));

        assertThatExceptionOfType(SimulatedCrash.class).isThrownBy(() -> handler.linkAdd(LinkAdd.bridge("br0").build()));

        try (FakeNetlinkHandler another = kernel.open(namespace)) {
            assertThat(another.linkByName("br0")).isPresent();
        }
    }

    @Test
    void everyRequestIsOnRecordWithItsOutcomeAndReadsAsLinesOfIp() {
        handler.linkAdd(LinkAdd.bridge("br0").build());
        handler.execute(List.of(LinkAdd.bridge("br0").build(), LinkAdd.bridge("br1").build()));

        assertThat(handler.requests()).isEqualTo(kernel.requests()).extracting(RecordedRequest::toString).containsExactly(
                "ip link add name br0 type bridge",
                "ip link add name br0 type bridge  # cannot add bridge \"br0\": File exists (EEXIST)");
    }

    @Test
    void aClosedHandlerIsClosedThoughItsProcessIsDead() {
        kernel.inject(Faults.none().dyingBefore(1));
        assertThatExceptionOfType(SimulatedCrash.class).isThrownBy(() -> handler.linkAdd(LinkAdd.bridge("br0").build()));

        handler.close();

        assertThatIllegalStateException().isThrownBy(handler::linkList);
    }
}
