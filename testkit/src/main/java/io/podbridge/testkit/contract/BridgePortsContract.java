package io.podbridge.testkit.contract;

import io.podbridge.netlink.Errno;
import io.podbridge.netlink.FailureKind;
import io.podbridge.netlink.NetlinkException;
import io.podbridge.netlink.model.BridgePort;
import io.podbridge.netlink.model.LinkId;
import io.podbridge.netlink.model.MacAddress;
import io.podbridge.netlink.request.ForwardingReplace;
import io.podbridge.netlink.request.LinkAdd;
import io.podbridge.netlink.request.LinkChange;
import io.podbridge.testkit.netns.Eventually;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

abstract class BridgePortsContract extends HandlerContract {
    private static final int DISABLED = 0;
    private static final int FORWARDING = 3;
    BridgePortsContract(Supplier<ContractNamespace> namespaces) {
        super(namespaces);
    }

    @Test
    void aPortKnowsItsBridgeAndLearns() {
        LinkId port = addCable("a", "b");
        LinkId bridge = addBridge("br0");
        assertThat(link(port).bridgePort()).isEmpty();

        handler().linkSetMaster(port, bridge);

        assertThat(link(port).master()).hasValue(bridge.index());
        assertThat(link(port).bridgePort().map(BridgePort::learning)).contains(true);
        assertThat(link(bridge).bridgePort()).isEmpty();
    }

    @Test
    void aPortIsKeptFromLearningAndAllowedAgain() {
        LinkId port = addCable("a", "b");
        handler().linkSetMaster(port, addBridge("br0"));

        handler().linkSetLearningOff(port);
        assertThat(link(port).bridgePort().map(BridgePort::learning)).contains(false);

        set(port, new LinkChange.Learning(true));
        assertThat(link(port).bridgePort().map(BridgePort::learning)).contains(true);
    }

    @Test
    void learningIsUnsupportedOnALinkThatIsNoPort() {
        LinkId cable = addCable("a", "b");

        refused(FailureKind.UNSUPPORTED, cable, new LinkChange.Learning(false));
    }

    @Test
    void anAddressIsReachedByAPortAlsoIfItIsThatOfAnotherPort() {
        LinkId port = addCable("a", "b");
        LinkId other = addCable("c", "d");
        LinkId bridge = addBridge("br0");
        handler().linkSetMaster(port, bridge);
        handler().linkSetMaster(other, bridge);
        ForwardingReplace request = new ForwardingReplace(port, link(other).mac().orElseThrow());

        handler().execute(request);
        handler().execute(request);
    }

    @Test
    void noAddressIsReachedByALinkThatIsNoPortOrNotThere() {
        MacAddress mac = MacAddress.parse("02:00:00:00:00:07");

        refused(FailureKind.UNSUPPORTED, new ForwardingReplace(addCable("a", "b"), mac));
        refused(FailureKind.NOT_FOUND, new ForwardingReplace(gone(), mac));
    }

    @Test
    void aPortMovesFromOneBridgeToAnother() {
        LinkId port = addCable("a", "b");
        handler().linkSetMaster(port, addBridge("br0"));
        LinkId second = addBridge("br1");

        handler().linkSetMaster(port, second);

        assertThat(link(port).master()).hasValue(second.index());
    }

    @Test
    void aReleasedPortIsNoneAndReleasingItAgainIsHarmless() {
        LinkId port = addCable("a", "b");
        handler().linkSetMaster(port, addBridge("br0"));

        set(port, new LinkChange.NoMaster());
        set(port, new LinkChange.NoMaster());

        assertThat(link(port).master()).isEmpty();
        assertThat(link(port).bridgePort()).isEmpty();
    }

    @Test
    void aBridgeIsNoPortOfABridge() {
        LinkId inner = addBridge("br0");

        refused(FailureKind.INVALID, inner, new LinkChange.Master(addBridge("br1")));

        assertThat(link(inner).master()).isEmpty();
    }

    @Test
    void theLoopbackIsNoPortOfABridge() {
        refused(FailureKind.INVALID, id("lo"), new LinkChange.Master(addBridge("br0")));
    }

    @Test
    void aMasterThatTakesNoPortsIsUnsupported() {
        LinkId cable = addCable("a", "b");

        refused(FailureKind.UNSUPPORTED, cable, new LinkChange.Master(id("b")));
    }

    @Test
    void aMasterThatIsNotThereIsNotFound() {
        LinkId cable = addCable("a", "b");

        refused(FailureKind.NOT_FOUND, cable, new LinkChange.Master(gone()));

        assertThat(link(cable).master()).isEmpty();
    }

    @Test
    void theBridgeThatAPortIsInAlreadyIsHarmless() {
        LinkId port = addCable("a", "b");
        LinkId bridge = addBridge("br0");
        handler().linkSetMaster(port, bridge);
        handler().linkSetLearningOff(port);

        handler().linkSetMaster(port, bridge);

        assertThat(link(port).master()).hasValue(bridge.index());
    }

    @Test
    void aLinkIsNoPortOfItself() {
        LinkId bridge = addBridge("br0");

        refused(FailureKind.INVALID, bridge, new LinkChange.Master(bridge));
    }

    @Test
    void aPortForwardsWhileItAndItsBridgeAreUpAndNotWhileItIsDown() {
        LinkId port = addCable("a", "b");
        LinkId bridge = add(LinkAdd.bridge("br0").up());
        handler().linkSetMaster(port, bridge);
        forwards(port);

        set(port, new LinkChange.Down());

        assertThat(link(port).bridgePort().map(BridgePort::state)).contains(DISABLED);
    }

    @Test
    void aPortOfABridgeThatIsDownForwardsNothingUntilTheBridgeIsUp() {
        LinkId port = addCable("a", "b");
        LinkId bridge = addBridge("br0");
        handler().linkSetMaster(port, bridge);
        assertThat(link(port).bridgePort().map(BridgePort::state)).contains(DISABLED);

        set(bridge, new LinkChange.Up());

        forwards(port);
    }

    @Test
    void whatAPortLearnsIsForgottenWhenItIsReleased() {
        LinkId port = addCable("a", "b");
        LinkId bridge = addBridge("br0");
        handler().linkSetMaster(port, bridge);
        handler().linkSetLearningOff(port);
        set(port, new LinkChange.Down());
        set(port, new LinkChange.Up());
        assertThat(link(port).bridgePort().map(BridgePort::learning)).contains(false);

        set(port, new LinkChange.NoMaster());
        handler().linkSetMaster(port, bridge);

        assertThat(link(port).bridgePort().map(BridgePort::learning)).contains(true);
    }

    @Test
    void aBridgeHasACarrierWhileOneOfItsPortsForwards() {
        LinkId port = addCable("a", "b");
        LinkId bridge = add(LinkAdd.bridge("br0").up());
        handler().linkSetMaster(port, bridge);
        forwards(port);
        assertThat(link(bridge).hasCarrier()).isTrue();

        set(port, new LinkChange.NoMaster());
        assertThat(link(bridge).hasCarrier()).isFalse();
    }

    /** The kernel tells a bridge in its own time that a port can carry traffic. */
    private void forwards(LinkId port) {
        Eventually.holds(port + " forwards", () -> link(port).bridgePort().map(BridgePort::state).orElse(DISABLED) == FORWARDING);
    }

    @Test
    void aBridgeThatHasLostItsMacWithItsLastPortIsInvalidAsAPort() {
        LinkId bridge = addBridge("br0");
        set(addCable("eth0", "peer0"), new LinkChange.Master(bridge));
        set(id("eth0"), new LinkChange.NoMaster());

        NetlinkException failure = refused(FailureKind.INVALID, bridge, new LinkChange.Master(addBridge("br1")));

        failure.errno().ifPresent(errno -> assertThat(errno).isEqualTo(Errno.named("EINVAL")));
    }
}
