package io.podbridge.testkit.contract;

import io.podbridge.netlink.FailureKind;
import io.podbridge.netlink.NetlinkException;
import io.podbridge.netlink.RequestOutcome;
import io.podbridge.netlink.RequestOutcome.Status;
import io.podbridge.netlink.model.LinkId;
import io.podbridge.netlink.request.LinkAdd;
import io.podbridge.netlink.request.LinkChange;
import io.podbridge.netlink.request.LinkDelete;
import io.podbridge.netlink.request.LinkSet;
import io.podbridge.netlink.request.NetlinkRequest;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

abstract class ErrorsContract extends HandlerContract {

    ErrorsContract(Supplier<ContractNamespace> namespaces) {
        super(namespaces);
    }

    @Test
    void nothingToDoHasNoOutcomes() {
        assertThat(handler().execute(List.of())).isEmpty();
    }

    @Test
    void eachRequestHasItsOutcomeInOrder() {
        List<NetlinkRequest> requests = List.of(LinkAdd.bridge("br0").build(), LinkAdd.bridge("br1").build());

        List<RequestOutcome> outcomes = handler().execute(requests);

        assertThat(outcomes).extracting(RequestOutcome::request).isEqualTo(requests);
        assertThat(outcomes).allMatch(RequestOutcome::isDone).allMatch(outcome -> outcome.failure().isEmpty());
    }

    @Test
    void theFirstFailureStopsTheRestAndWhatWasDoneStaysDone() {
        addBridge("br0");

        List<RequestOutcome> outcomes = handler().execute(List.of(LinkAdd.bridge("before").build(),
                LinkAdd.bridge("br0").build(), LinkAdd.bridge("after").build(), LinkAdd.bridge("later").build()));

        assertThat(outcomes).extracting(RequestOutcome::status)
                .containsExactly(Status.DONE, Status.FAILED, Status.NOT_SENT, Status.NOT_SENT);
        assertThat(outcomes.get(1).failure().map(NetlinkException::kind)).contains(FailureKind.EXISTS);
        assertThat(outcomes.get(2).failure()).isEmpty();
        assertThat(made()).containsExactlyInAnyOrder("br0", "before");
    }

    @Test
    void aRequestThatTheHandlerDoesNotKnowIsUnsupportedAndStopsTheRest() {
        List<RequestOutcome> outcomes = handler()
                .execute(List.of(LinkAdd.bridge("before").build(), new UnheardRequest(), LinkAdd.bridge("after").build()));

        assertThat(outcomes).extracting(RequestOutcome::status).containsExactly(Status.DONE, Status.FAILED, Status.NOT_SENT);
        assertThat(outcomes.get(1).failure().map(NetlinkException::kind)).contains(FailureKind.UNSUPPORTED);
        assertThat(handler().linkByName("before")).isPresent();
        assertThat(handler().linkByName("after")).isEmpty();
    }

    @Test
    void aFailureIsOneSentenceOfOperationTargetAndReason() {
        addBridge("br0");

        NetlinkException failure = refused(FailureKind.EXISTS, LinkAdd.bridge("br0").build());

        assertThat(failure.operation()).isEqualTo("add bridge");
        assertThat(failure.target()).isEqualTo("\"br0\"");
        assertThat(failure).hasMessageStartingWith("cannot add bridge \"br0\": File exists").hasMessageNotContaining("\n");
        failure.errno().ifPresent(errno -> assertThat(errno.name()).isEqualTo("EEXIST"));
    }

    @Test
    void aFailureOfAChangeNamesTheLinkAndTheChange() {
        LinkId gone = gone();

        NetlinkException failure = refused(FailureKind.NOT_FOUND, gone, new LinkChange.Mtu(1400));

        assertThat(failure).hasMessageStartingWith("cannot set mtu 1400 on \"gone0\": ");
    }

    @Test
    void theHandlerIsAsGoodAsBeforeAfterAFailure() {
        refused(FailureKind.NOT_FOUND, new LinkDelete(gone()));
        refused(FailureKind.UNSUPPORTED, new UnheardRequest());
        refused(FailureKind.NOT_FOUND, LinkSet.of(gone(), new LinkChange.Up()));

        assertThat(link(addBridge("br0")).name()).isEqualTo("br0");
    }
}
