package io.podbridge.testkit.contract;

import io.podbridge.netlink.FailureKind;
import io.podbridge.netlink.model.BridgePort;
import io.podbridge.netlink.model.LinkId;
import io.podbridge.netlink.model.MacAddress;
import io.podbridge.netlink.request.LinkAdd;
import io.podbridge.netlink.request.LinkChange;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

abstract class BridgePortsContract extends HandlerContract {
    private static final MacAddress LOW_MAC = MacAddress.parse("02:00:00:00:00:01");
    private static final MacAddress HIGH_MAC = MacAddress.parse("02:00:00:00:00:99");

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
    void aBridgeWithItsOwnMacKeepsItWhateverItsPortsHave() {
        LinkId bridge = add(LinkAdd.bridge("br0").mac(HIGH_MAC));
        LinkId port = addCable("a", "b");
        handler().linkSetHardwareAddr(port, LOW_MAC);

        handler().linkSetMaster(port, bridge);

        assertThat(link(bridge).mac()).contains(HIGH_MAC);
    }

    @Test
    void aBridgeWithoutItsOwnMacTakesThatOfItsPort() {
        LinkId bridge = addBridge("br0");
        LinkId port = addCable("a", "b");
        handler().linkSetHardwareAddr(port, LOW_MAC);

        handler().linkSetMaster(port, bridge);

        assertThat(link(bridge).mac()).contains(LOW_MAC);
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
}
