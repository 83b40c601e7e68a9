package io.podbridge.testkit.contract;

import io.podbridge.netlink.Feature;
import io.podbridge.netlink.model.AddrGenMode;
import io.podbridge.netlink.model.HardwareAddress;
import io.podbridge.netlink.model.Link;
import io.podbridge.netlink.model.LinkFlags;
import io.podbridge.netlink.model.LinkId;
import io.podbridge.netlink.model.MacAddress;
import io.podbridge.netlink.model.OperState;
import io.podbridge.netlink.request.LinkAdd;
import io.podbridge.netlink.request.LinkChange;
import io.podbridge.testkit.netns.Eventually;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

abstract class LinkFieldsContract extends HandlerContract {
    /** {@code ARPHRD_LOOPBACK}. */
    private static final int LOOPBACK = 772;
    private static final MacAddress MAC = MacAddress.parse("02:00:00:00:00:05");

    LinkFieldsContract(Supplier<ContractNamespace> namespaces) {
        super(namespaces);
    }

    @Test
    void theHardwareTypeTellsEthernetFromALoopback() {
        assertThat(link(addBridge("br0")).hardwareType()).isEqualTo(Link.ETHERNET);
        assertThat(link(addCable("a", "b")).hardwareType()).isEqualTo(Link.ETHERNET);
        assertThat(link(id("lo")).hardwareType()).isEqualTo(LOOPBACK);
    }

    @Test
    void theHardwareAddressIsTheMacOfAnEthernetLinkAndZeroOnALoopback() {
        LinkId bridge = add(LinkAdd.bridge("br0").mac(MAC));

        assertThat(link(bridge).hardwareAddress()).isEqualTo(HardwareAddress.of(MAC));
        assertThat(link(id("lo")).hardwareAddress()).isEqualTo(HardwareAddress.of(new byte[6]));
    }

    @Test
    void theFlagsTellWhatTheAdministratorAndTheDriverSay() {
        LinkId cable = addCable("a", "b");

        Eventually.holds("a is running", () -> link(cable).flags().names().contains("RUNNING"));

        assertThat(link(cable).flags().names()).containsExactly("UP", "BROADCAST", "RUNNING", "MULTICAST", "LOWER_UP");
        assertThat(link(addBridge("br0")).flags().names()).containsExactly("BROADCAST", "MULTICAST");
        assertThat(link(id("lo")).flags().has(LinkFlags.UP)).isFalse();
    }

    @Test
    void theOperationalStateFollowsTheCarrier() {
        LinkId cable = addCable("a", "b");
        Eventually.holds("a can carry traffic", () -> link(cable).operState().equals(OperState.UP));

        set(cable, new LinkChange.Down());

        Eventually.holds("a cannot carry traffic", () -> link(cable).operState().equals(OperState.DOWN));
    }

    @Test
    void aLinkThatWasNeverUpHasNoQueueingAndOneThatIsUpNeedsNone() {
        LinkId cable = addCable("a", "b");

        assertThat(link(cable).qdisc()).contains("noqueue");
        assertThat(link(addBridge("br0")).qdisc()).contains("noop");
    }

    @Test
    void theTransmitQueueHasALength() {
        assertThat(link(addBridge("br0")).txQueueLength()).isEqualTo(1000);
        assertThat(link(addCable("a", "b")).txQueueLength()).isEqualTo(1000);
    }

    @Test
    void theLargestMtuOfABridgeAndAVethIs65535() {
        assertThat(link(addBridge("br0")).maxMtu()).hasValue(65_535);
        assertThat(link(addCable("a", "b")).maxMtu()).hasValue(65_535);
    }

    @Test
    void aNewLinkHasNothingThatNobodyGaveIt() {
        Link bridge = link(addBridge("br0"));

        assertThat(bridge.altNames()).isEmpty();
        assertThat(bridge.alias()).isEmpty();
        assertThat(bridge.group()).isZero();
        assertThat(bridge.master()).isEmpty();
        assertThat(bridge.peerIndex()).isEmpty();
        assertThat(bridge.peerNamespaceId()).isEmpty();
        assertThat(bridge.xdpAttached()).isFalse();
        assertThat(bridge.bridgePort()).isEmpty();
        assertThat(bridge.tun()).isEmpty();
    }

    @Test
    void onlyABridgeSnoopsMulticast() {
        assertThat(link(addCable("a", "b")).multicastSnooping()).isEmpty();
        assertThat(link(addBridge("br0")).multicastSnooping()).isPresent();
    }

    @Test
    void aNewLinkMakesItsLinkLocalAddressFromItsMacAndHasIpv6() {
        Requirement.ofMachine(handler().supports(Feature.IPV6), "there is no IPv6 in this namespace");

        Link bridge = link(addBridge("br0"));

        assertThat(bridge.addrGenMode()).contains(AddrGenMode.EUI64);
        assertThat(bridge.ipv6Disabled()).contains(false);
        assertThat(bridge.arpIgnore()).isPresent();
    }
}
