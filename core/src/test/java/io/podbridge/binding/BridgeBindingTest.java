package io.podbridge.binding;

import io.podbridge.netlink.model.LinkKind;
import io.podbridge.netlink.model.MacAddress;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class BridgeBindingTest {
    private static final BridgeBinding ETH0 = BridgeBinding.of("eth0");

    @Test
    void isKubeVirtsUnlessToldOtherwise() {
        assertThat(ETH0.names()).isEqualTo(new BindingNames("eth0-nic", "k6t-eth0", "tap0"));
        assertThat(ETH0.placeholder()).isEqualTo(PlaceholderKind.AUTO);
        assertThat(ETH0.tap().queues()).isEqualTo(1);
        assertThat(ETH0.txChecksumOff()).isTrue();
        assertThat(ETH0.bridgeNetfilterOff()).isFalse();
        assertThat(ETH0.rollback()).isFalse();
        assertThat(ETH0.allowThisNamespace()).isFalse();
        assertThat(ETH0.allowedKinds()).isEmpty();
        assertThat(ETH0.guestMac()).isEmpty();
        assertThat(ETH0.fakeAddressIndex()).isEmpty();
    }

    @Test
    void eachChangeLeavesTheRestAsItWas() {
        MacAddress mac = MacAddress.parse("02:00:00:00:00:01");
        BridgeBinding all = ETH0.withTapOwner(107, 108).withTapQueues(4).withGuestMac(mac).withFakeAddressIndex(7)
                .withPlaceholder(PlaceholderKind.VETH).withTxChecksumOff(false).withBridgeNetfilterOff(true).withRollback(true)
                .withThisNamespaceAllowed(true)
                .withAllowedKinds(Set.of(LinkKind.MACVLAN)).withBridgeName("br-pod");
        assertThat(all.tap().owner()).hasValue(107);
        assertThat(all.tap().group()).hasValue(108);
        assertThat(all.tap().queues()).isEqualTo(4);
        assertThat(all.guestMac()).contains(mac);
        assertThat(all.fakeAddressIndex()).hasValue(7);
        assertThat(all.placeholder()).isEqualTo(PlaceholderKind.VETH);
        assertThat(all.txChecksumOff()).isFalse();
        assertThat(all.bridgeNetfilterOff()).isTrue();
        assertThat(all.rollback()).isTrue();
        assertThat(all.allowThisNamespace()).isTrue();
        assertThat(all.allowedKinds()).containsExactly(LinkKind.MACVLAN);
        assertThat(all.names()).isEqualTo(new BindingNames("eth0-nic", "br-pod", "tap0"));
        assertThat(ETH0).isEqualTo(BridgeBinding.of("eth0")).isNotEqualTo(all);
    }

    @Test
    void theBridgesAddressesAreNumberedFrom0To99() {
        assertThat(BridgeBinding.fakeAddress(0)).hasToString("169.254.75.10/32");
        assertThat(BridgeBinding.fakeAddress(99)).hasToString("169.254.75.199/32");
        assertThatIllegalArgumentException().isThrownBy(() -> ETH0.withFakeAddressIndex(100))
                .withMessage("the index of the bridge's address is 0 to 99, not 100");
        assertThatIllegalArgumentException().isThrownBy(() -> ETH0.withFakeAddressIndex(-1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"01:00:5e:00:00:01", "00:00:00:00:00:00"})
    void refusesAMacAddressThatNoInterfaceCanHave(String mac) {
        assertThatIllegalArgumentException().isThrownBy(() -> ETH0.withGuestMac(MacAddress.parse(mac)))
                .withMessage("a guest's MAC address is neither multicast nor all zero: " + mac);
    }

    @Test
    void refusesBadNamesOwnersAndQueues() {
        assertThatIllegalArgumentException().isThrownBy(() -> BridgeBinding.of("eth 0"));
        assertThatIllegalArgumentException().isThrownBy(() -> ETH0.withBridgeName("a/b"));
        assertThatIllegalArgumentException().isThrownBy(() -> ETH0.withNames(new BindingNames("a", "b", "c:d")));
        assertThatIllegalArgumentException().isThrownBy(() -> ETH0.withTapOwner(-1, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> ETH0.withTapQueues(0));
    }

    @Test
    void anotherBridgeNameIsTakenThoughTheOtherNamesAreTooLong() {
        BridgeBinding binding = BridgeBinding.of("a-long-ifname").withBridgeName("br-pod");
        assertThat(binding.names()).isEqualTo(new BindingNames("a-long-ifname-nic", "br-pod", "tapong-ifname"));
    }
}
