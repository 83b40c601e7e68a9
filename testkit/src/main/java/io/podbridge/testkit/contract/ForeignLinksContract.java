package io.podbridge.testkit.contract;

import io.podbridge.netlink.FailureKind;
import io.podbridge.netlink.RequestOutcome;
import io.podbridge.netlink.model.LinkId;
import io.podbridge.netlink.model.LinkKind;
import io.podbridge.netlink.model.MacAddress;
import io.podbridge.netlink.request.LinkAdd;
import io.podbridge.netlink.request.LinkChange;
import io.podbridge.netlink.request.LinkDelete;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Links of kinds that the model has no words for. */
abstract class ForeignLinksContract extends HandlerContract {
    private static final LinkKind IFB = new LinkKind("ifb");
    private static final MacAddress MAC = MacAddress.parse("02:00:00:00:00:33");

    ForeignLinksContract(Supplier<ContractNamespace> namespaces) {
        super(namespaces);
    }

    @Test
    void aKindThatNeedsNoMoreThanANameIsMadeAndListedUnderItsOwnName() {
        LinkId ifb = addIfb();

        assertThat(link(ifb).kind()).contains(IFB);
        assertThat(link(ifb).mac()).contains(MAC);
        assertThat(handler().linkList()).contains(link(ifb));
    }

    @Test
    void aForeignLinkIsChangedAndDeletedLikeAnyOther() {
        LinkId ifb = addIfb();

        set(ifb, new LinkChange.Mtu(1400), new LinkChange.Name("ifb1"), new LinkChange.Up());
        assertThat(link(ifb).mtu()).isEqualTo(1400);
        assertThat(link(ifb).name()).isEqualTo("ifb1");

        handler().execute(new LinkDelete(ifb));
        assertThat(made()).isEmpty();
    }

    @Test
    void aMacvlanKnowsTheLinkBelowItAndGoesWithIt() {
        LinkId nic = addCable("eth0", "peer0");
        needMacvlan();

        assertThat(link(id("mv0")).kind()).contains(LinkKind.MACVLAN);
        assertThat(link(id("mv0")).peerIndex()).hasValue(nic.index());
        assertThat(link(id("mv0")).peerNamespaceId()).isEmpty();

        handler().execute(new LinkDelete(nic));
        assertThat(handler().linkByName("mv0")).isEmpty();
    }

    @Test
    void aLinkWithAMacvlanOnItIsBusyAndBecomesNoPort() {
        LinkId nic = addCable("eth0", "peer0");
        LinkId bridge = addBridge("br0");
        needMacvlan();

        refused(FailureKind.BUSY, nic, new LinkChange.Master(bridge), new LinkChange.Up());

        assertThat(link(nic).master()).isEmpty();
    }

    private void needMacvlan() {
        Requirement.foreignKinds(namespace());
        Requirement.ofMachine(namespace().addMacvlan("eth0", "mv0"), "this kernel has no driver macvlan");
    }

    private LinkId addIfb() {
        RequestOutcome outcome = handler().execute(List.of(LinkAdd.ofKind(IFB, "ifb0").mac(MAC).build())).get(0);
        outcome.failure().ifPresent(failure -> assertThat(failure.kind()).isEqualTo(FailureKind.UNSUPPORTED));
        Requirement.foreignKinds(namespace());
        Requirement.ofMachine(outcome.isDone(), "this kernel has no driver ifb");
        return id("ifb0");
    }
}
