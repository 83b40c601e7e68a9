package io.podbridge.testkit;

import io.podbridge.netlink.Errno;
import io.podbridge.netlink.FailureKind;
import io.podbridge.netlink.NetlinkException;
import io.podbridge.netlink.NetworkNamespace;
import io.podbridge.netlink.RequestOutcome;
import io.podbridge.netlink.RequestOutcome.Status;
import io.podbridge.netlink.model.Link;
import io.podbridge.netlink.request.LinkAdd;
import io.podbridge.netlink.request.LinkChange;
import io.podbridge.netlink.request.LinkDelete;
import io.podbridge.netlink.request.LinkSet;
import io.podbridge.netlink.request.NetlinkRequest;
import io.podbridge.netlink.request.TapOptions;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class FaultsTest {
    private static final Errno ENOBUFS = Errno.named("ENOBUFS");
    private static final Errno EPERM = Errno.named("EPERM");
    private static final NetlinkRequest STRANGE = new StrangeRequest();

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

    private NetlinkException failure(NetlinkRequest request) {
        return handler.execute(List.of(request)).get(0).failure().orElseThrow();
    }

    private NetlinkException add(String bridge) {
        return failure(LinkAdd.bridge(bridge).build());
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
    void countsBeginAtOne() {
        assertThatIllegalArgumentException().isThrownBy(() -> Faults.none().failing(0, ENOBUFS))
                .withMessage("requests count from 1, and there is no request 0");
        assertThatIllegalArgumentException().isThrownBy(() -> Faults.none().dyingBefore(-1));
        assertThatIllegalArgumentException().isThrownBy(() -> Faults.none().failingRead(0, FailureKind.TIMEOUT));
        assertThatIllegalArgumentException().isThrownBy(() -> Faults.none().failingOpen(0, FailureKind.DENIED));
        assertThatIllegalArgumentException().isThrownBy(() -> Faults.none().failingAfter(1, -1, ENOBUFS));
        assertThatIllegalArgumentException().isThrownBy(() -> Faults.none().failing(1, ENOBUFS).times(0));
        assertThatIllegalStateException().isThrownBy(() -> Faults.none().times(1));
    }

    @Test
    void aFaultBeyondTheLastPartStrikesAfterIt() {
        kernel.inject(Faults.none().failingAfter(1, 5, ENOBUFS));

        assertThat(add("br0").errno()).contains(ENOBUFS);

        assertThat(handler.linkByName("br0")).isPresent();
        assertThat(kernel.pendingFaults()).isEmpty();
    }

    @Test
    void noFaultHidesAnother() {
        kernel.inject(Faults.none().failingAfter(1, 5, ENOBUFS).failing(1, EPERM).failing(2, EPERM));

        assertThat(add("br0").kind()).isEqualTo(FailureKind.DENIED);

        assertThat(handler.linkByName("br0")).isEmpty();
        assertThat(kernel.pendingFaults()).containsExactly("ENOBUFS at request 1 after 5 parts", "EPERM at request 2");
    }

    @Test
    void whatHasNotStruckIsToldUntilItDoes() {
        kernel.inject(Faults.none().dyingAfter(2, 1).failingRead(1, FailureKind.TIMEOUT).failingOpen(1, FailureKind.DENIED)
                .failingOn(LinkDelete.class, "br0", EPERM).times(3));

        assertThat(kernel.pendingFaults()).containsExactly("death at request 2 after 1 part", "TIMEOUT at read 1",
                "DENIED at opened handler 1", "EPERM at any LinkDelete on \"br0\", at most 3 times");
        kernel.inject(Faults.none());
        assertThat(kernel.pendingFaults()).isEmpty();
    }

    @Test
    void whatTheKernelDoesNotKnowIsCountedAndStruckAllTheSame() {
        kernel.inject(Faults.none().failing(1, ENOBUFS).failing(3, EPERM));

        assertThat(failure(STRANGE).errno()).contains(ENOBUFS);
        assertThat(failure(STRANGE).kind()).isEqualTo(FailureKind.UNSUPPORTED);
        assertThat(add("br0").kind()).isEqualTo(FailureKind.DENIED);
        assertThat(kernel.requests()).hasSize(3);
    }

    @Test
    void aProcessCanDieAtWhatTheKernelDoesNotKnow() {
        kernel.inject(Faults.none().dyingBefore(1));

        assertThatExceptionOfType(SimulatedCrash.class).isThrownBy(() -> handler.execute(STRANGE));
    }

    @Test
    void aFailureWithoutANumberIsOfItsKindAndMayComeWhenAllIsDone() {
        kernel.inject(Faults.none().failing(1, FailureKind.TIMEOUT).failingAfter(2, 1, FailureKind.TIMEOUT));

        assertThat(add("br0")).hasMessage("cannot add bridge \"br0\": it was made to fail with TIMEOUT")
                .extracting(NetlinkException::kind).isEqualTo(FailureKind.TIMEOUT);
        assertThat(handler.linkByName("br0")).isEmpty();
        assertThat(add("br1").errno()).isEmpty();
        assertThat(handler.linkByName("br1")).isPresent();
    }
}
