package io.podbridge.testkit.contract;

import io.podbridge.netlink.model.LinkId;
import io.podbridge.netlink.model.MacAddress;
import io.podbridge.netlink.request.LinkAdd;
import io.podbridge.netlink.request.LinkChange;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What a bridge takes from its ports unless it was given its own. */
abstract class BridgeInheritanceContract extends HandlerContract {
    private static final MacAddress LOW_MAC = MacAddress.parse("02:00:00:00:00:01");
    private static final MacAddress MIDDLE_MAC = MacAddress.parse("02:00:00:00:00:55");
    private static final MacAddress HIGH_MAC = MacAddress.parse("02:00:00:00:00:99");

    BridgeInheritanceContract(Supplier<ContractNamespace> namespaces) {
        super(namespaces);
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
    void aBridgeWithoutItsOwnMacHasTheLowestOfItsPorts() {
        LinkId bridge = addBridge("br0");
        LinkId high = addCable("a", "b");
        LinkId low = addCable("c", "d");
        handler().linkSetHardwareAddr(high, HIGH_MAC);
        handler().linkSetHardwareAddr(low, LOW_MAC);
        handler().linkSetMaster(high, bridge);
        handler().linkSetMaster(low, bridge);
        assertThat(link(bridge).mac()).contains(LOW_MAC);

        set(low, new LinkChange.NoMaster());
        assertThat(link(bridge).mac()).contains(HIGH_MAC);

        handler().linkSetHardwareAddr(high, MIDDLE_MAC);
        assertThat(link(bridge).mac()).contains(MIDDLE_MAC);
    }

    @Test
    void aBridgeKeepsTheMacThatItIsGivenLater() {
        LinkId bridge = addBridge("br0");
        LinkId port = addCable("a", "b");
        handler().linkSetHardwareAddr(port, LOW_MAC);
        handler().linkSetHardwareAddr(bridge, HIGH_MAC);

        handler().linkSetMaster(port, bridge);

        assertThat(link(bridge).mac()).contains(HIGH_MAC);
    }

    @Test
    void aBridgeHasTheSmallestMtuOfItsPorts() {
        LinkId bridge = addBridge("br0");
        LinkId port = addCable("a", "b");
        set(port, new LinkChange.Mtu(1400));
        handler().linkSetMaster(port, bridge);
        assertThat(link(bridge).mtu()).isEqualTo(1400);

        set(port, new LinkChange.Mtu(1300));
        assertThat(link(bridge).mtu()).isEqualTo(1300);
    }

    @Test
    void aBridgeKeepsTheMtuThatItWasSetTo() {
        LinkId bridge = addBridge("br0");
        LinkId port = addCable("a", "b");
        set(bridge, new LinkChange.Mtu(1450));
        set(port, new LinkChange.Mtu(1400));

        handler().linkSetMaster(port, bridge);

        assertThat(link(bridge).mtu()).isEqualTo(1450);
        assertThat(link(port).mtu()).isEqualTo(1400);
    }
}
