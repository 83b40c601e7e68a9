package io.podbridge.internal.engine;

import io.podbridge.binding.BridgeBinding;
import io.podbridge.binding.PlaceholderKind;
import io.podbridge.netlink.model.LinkKind;
import io.podbridge.netlink.model.MacAddress;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

class OtherOptionsTest {
    private static final BridgeBinding THERE = BridgeBinding.of("eth0").withTapOwner(0, 0);

    /** Every option of a binding: one without words would be taken for no difference. */
    static Stream<Arguments> others() {
        return Stream.of(
                arguments(THERE.withTapOwner(107, 108),
                        "the tap's owner is 0 there and 107 here, the tap's group is 0 there and 108 here"),
                arguments(THERE.withTapQueues(4), "the number of the tap's queues is 1 there and 4 here"),
                arguments(THERE.withBridgeName("br-vm"), "the bridge's name is k6t-eth0 there and br-vm here"),
                arguments(THERE.withPlaceholder(PlaceholderKind.VETH), "the placeholder is auto there and veth here"),
                arguments(THERE.withGuestMac(MacAddress.parse("02:00:00:00:00:07")),
                        "the guest's MAC address is the pod's there and 02:00:00:00:00:07 here"),
                arguments(THERE.withFakeAddressIndex(7), "the fake address is chosen there and 7 here"),
                arguments(THERE.withTxChecksumOff(false), "TX checksum offload kept off is true there and false here"),
                arguments(THERE.withBridgeNetfilterOff(true), "the pod's firewall kept away is false there and true here"),
                arguments(THERE.withAllowedKinds(Set.of(LinkKind.MACVLAN)),
                        "the set of kinds besides veth is [] there and [macvlan] here"));
    }

    @ParameterizedTest
    @MethodSource("others")
    void eachOptionThatDiffersIsTold(BridgeBinding here, String told) {
        assertThat(OtherOptions.between(THERE, here)).isEqualTo(told);
    }

    @Test
    void whatIsAboutOneCallAloneIsNoDifference() {
        assertThat(OtherOptions.between(THERE, THERE.withRollback(true).withThisNamespaceAllowed(true))).isEmpty();
    }
}
