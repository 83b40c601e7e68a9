package io.podbridge.testkit.contract;

import io.podbridge.netlink.FailureKind;
import io.podbridge.netlink.model.LinkId;
import io.podbridge.netlink.request.LinkAdd;
import io.podbridge.netlink.request.LinkChange;
import io.podbridge.netlink.request.LinkDelete;
import io.podbridge.netlink.request.LinkGroupDelete;
import io.podbridge.netlink.request.NeighbourReplace;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

abstract class LinkDeletionsContract extends HandlerContract {
    private static final int GROUP = 0x70b1;
    private static final int LARGEST = Integer.MAX_VALUE;

    LinkDeletionsContract(Supplier<ContractNamespace> namespaces) {
        super(namespaces);
    }

    @Test
    void aDeletedLinkIsGoneAndDeletingItAgainIsNotFound() {
        LinkId bridge = addBridge("br0");

        handler().execute(new LinkDelete(bridge));

        assertThat(handler().linkByIndex(bridge.index())).isEmpty();
        assertThat(handler().linkByName("br0")).isEmpty();
        refused(FailureKind.NOT_FOUND, new LinkDelete(bridge));
    }

    @Test
    void theLinkIsFoundByItsIndexWhateverItsNameSays() {
        LinkId first = addBridge("br0");
        LinkId second = addBridge("br1");

        handler().execute(new LinkDelete(first.named("br1")));

        assertThat(handler().linkByName("br0")).isEmpty();
        assertThat(link(second).name()).isEqualTo("br1");
    }

    @Test
    void anIndexIsNotGivenAgain() {
        LinkId first = addBridge("br0");
        handler().execute(new LinkDelete(first));

        assertThat(addBridge("br0").index()).isGreaterThan(first.index());
    }

    @Test
    void bothEndsOfAVethGoTogether() {
        LinkId first = addCable("a", "b");

        handler().execute(new LinkDelete(first));

        assertThat(handler().linkByName("b")).isEmpty();
    }

    @Test
    void aDeletedBridgeReleasesItsPortsAndLeavesThemUp() {
        LinkId port = addCable("a", "b");
        LinkId bridge = addBridge("br0");
        handler().linkSetMaster(port, bridge);

        handler().execute(new LinkDelete(bridge));

        assertThat(link(port).master()).isEmpty();
        assertThat(link(port).bridgePort()).isEmpty();
        assertThat(link(port).isUp()).isTrue();
    }

    @Test
    void theLoopbackCannotBeDeleted() {
        refused(FailureKind.UNSUPPORTED, new LinkDelete(id("lo")));
    }

    @Test
    void aGroupIsDeletedAsAWholeAndNothingElse() {
        LinkId bridge = addBridge("br0");
        set(bridge, new LinkChange.Group(GROUP));
        set(addCable("a", "b"), new LinkChange.Group(GROUP));
        LinkId other = addBridge("br1");
        set(other, new LinkChange.Group(GROUP + 1));

        handler().execute(new LinkGroupDelete(GROUP));

        assertThat(made()).containsExactly("br1");
    }

    @Test
    void anEmptyGroupIsNotFound() {
        refused(FailureKind.NOT_FOUND, new LinkGroupDelete(GROUP));
    }

    @Test
    void aGroupWithALinkThatCannotBeDeletedIsLeftWhole() {
        set(addBridge("br0"), new LinkChange.Group(GROUP));
        set(id("lo"), new LinkChange.Group(GROUP));

        refused(FailureKind.UNSUPPORTED, new LinkGroupDelete(GROUP));

        assertThat(made()).containsExactly("br0");
    }

    @Test
    void aDeletedLinkTakesItsAddressesAndNeighboursWithIt() {
        LinkId nic = addCable("eth0", "peer0");
        handler().addrAdd(nic, Samples.address(nic, "10.244.1.7/24"));
        handler().execute(new NeighbourReplace(nic, Samples.permanent(nic, "10.244.1.1")));

        handler().execute(new LinkDelete(nic));

        assertThat(handler().addrList()).noneMatch(address -> address.linkIndex() == nic.index());
        assertThat(handler().neighList()).noneMatch(neighbour -> neighbour.linkIndex() == nic.index());
    }

    @Test
    void aDeletedPortLeavesItsBridge() {
        LinkId port = addCable("a", "b");
        LinkId bridge = addBridge("br0");
        handler().linkSetMaster(port, bridge);

        handler().execute(new LinkDelete(id("b")));

        assertThat(made()).containsExactly("br0");
        assertThat(link(bridge).name()).isEqualTo("br0");
    }

    @Test
    void aGroupMayHoldABridgeWithItsPorts() {
        LinkId port = addCable("a", "b");
        LinkId bridge = addBridge("br0");
        handler().linkSetMaster(port, bridge);
        set(port, new LinkChange.Group(LARGEST));
        set(bridge, new LinkChange.Group(LARGEST));

        handler().execute(new LinkGroupDelete(LARGEST));

        assertThat(made()).isEmpty();
    }

    @Test
    void anIndexThatWasChosenCanBeChosenAgainOnceItsLinkIsDeleted() {
        handler().execute(new LinkDelete(add(LinkAdd.bridge("br0").index(CHOSEN_INDEX))));

        assertThat(add(LinkAdd.bridge("br1").index(CHOSEN_INDEX)).index()).isEqualTo(CHOSEN_INDEX);
    }
}
