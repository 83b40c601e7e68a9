package io.podbridge.testkit.contract;

import io.podbridge.netlink.FailureKind;
import io.podbridge.netlink.model.AddrGenMode;
import io.podbridge.netlink.model.BridgePort;
import io.podbridge.netlink.model.IpFamily;
import io.podbridge.netlink.model.Link;
import io.podbridge.netlink.model.LinkId;
import io.podbridge.netlink.model.MacAddress;
import io.podbridge.netlink.request.LinkChange;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

abstract class FusedChangesContract extends HandlerContract {
    private static final MacAddress MAC = MacAddress.parse("02:00:00:00:00:77");

    FusedChangesContract(Supplier<ContractNamespace> namespaces) {
        super(namespaces);
    }

    @Test
    void severalChangesOfALinkThatIsDownAllHold() {
        LinkId bridge = addBridge("br0");

        set(bridge, new LinkChange.AddrGen(AddrGenMode.NONE), new LinkChange.ArpIgnore(1), new LinkChange.Mac(MAC),
                new LinkChange.Mtu(1450),
                new LinkChange.Group(4711), new LinkChange.Name("k6t-eth0"), new LinkChange.Alias("made for a VM"),
                new LinkChange.AddAltName("uplink"), new LinkChange.Up());

        Link changed = link(bridge);
        assertThat(changed.addrGenMode()).contains(AddrGenMode.NONE);
        assertThat(changed.arpIgnore()).hasValue(1);
        assertThat(changed.mac()).contains(MAC);
        assertThat(changed.mtu()).isEqualTo(1450);
        assertThat(changed.group()).isEqualTo(4711);
        assertThat(changed.name()).isEqualTo("k6t-eth0");
        assertThat(changed.alias()).contains("made for a VM");
        assertThat(changed.altNames()).containsExactly("uplink");
        assertThat(changed.isUp()).isTrue();
    }

    @Test
    void aLinkThatIsUpIsTakenDownRenamedAndEnslavedAtOnce() {
        LinkId nic = addCable("eth0", "peer0");
        LinkId bridge = addBridge("br0");

        set(nic, new LinkChange.Down(), new LinkChange.Mac(MAC), new LinkChange.Name("eth0-nic"),
                new LinkChange.Master(bridge));

        Link port = link(nic);
        assertThat(port.isUp()).isFalse();
        assertThat(port.mac()).contains(MAC);
        assertThat(port.name()).isEqualTo("eth0-nic");
        assertThat(port.master()).hasValue(bridge.index());
    }

    @Test
    void aLinkIsEnslavedSwitchedOnAndKeptFromLearningAtOnce() {
        LinkId nic = addCable("eth0", "peer0");
        LinkId bridge = addBridge("br0");
        set(nic, new LinkChange.Down());

        set(nic, new LinkChange.Learning(false), new LinkChange.Up(), new LinkChange.Master(bridge));

        Link port = link(nic);
        assertThat(port.master()).hasValue(bridge.index());
        assertThat(port.isUp()).isTrue();
        assertThat(port.bridgePort().map(BridgePort::learning)).contains(false);
    }

    @Test
    void theOrderInWhichChangesAreGivenDoesNotCount() {
        LinkId nic = addCable("eth0", "peer0");
        set(nic, new LinkChange.Down());

        set(nic, new LinkChange.Up(), new LinkChange.Name("eth1"), new LinkChange.AddrGen(AddrGenMode.NONE));

        assertThat(link(nic).isUp()).isTrue();
        assertThat(link(nic).name()).isEqualTo("eth1");
        assertThat(addresses(nic)).noneMatch(address -> address.family() == IpFamily.IPV6);
    }

    @Test
    void aChangeThatFailsLeavesThoseBeforeItDoneAndThoseAfterItUndone() {
        LinkId bridge = addBridge("br0");
        addBridge("br1");

        refused(FailureKind.EXISTS, bridge, new LinkChange.Mtu(1400), new LinkChange.Name("br1"), new LinkChange.Up());

        assertThat(link(bridge).mtu()).isEqualTo(1400);
        assertThat(link(bridge).name()).isEqualTo("br0");
        assertThat(link(bridge).isUp()).isFalse();
    }

    @Test
    void aChangeThatTheHandlerDoesNotKnowIsUnsupportedAndNothingElseIsDone() {
        LinkId bridge = addBridge("br0");
        Link before = link(bridge);

        refused(FailureKind.UNSUPPORTED, bridge, new LinkChange.Mtu(1400), new Unheard(), new LinkChange.Up());

        assertThat(link(bridge)).isEqualTo(before);
    }

    private record Unheard() implements LinkChange {
        @Override
        public String describe() {
            return "unheard of";
        }
    }
}
