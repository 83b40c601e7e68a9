package io.podbridge.testkit.assertions;

import io.podbridge.netlink.model.Link;
import io.podbridge.netlink.model.LinkKind;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static io.podbridge.testkit.assertions.PodbridgeAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class LinkAssertTest {

    @Test
    void passesWhereAllOfItHolds() {
        assertThat(SamplePods.PORT).hasName("eth0-nic").isKind(LinkKind.VETH).isUp().hasMac("02:00:00:00:00:01").hasMtu(1450)
                .hasLearningOff().hasIpv6Off();
        assertThat(SamplePods.PLACEHOLDER).isDown().hasNoMaster();
        assertThat(SamplePods.BRIDGE).hasArpIgnore(1);
        assertThat(SamplePods.TAP).isTapOf(107, 108);
        assertThat(SamplePods.NIC.toBuilder().altNames(List.of("enp0s1")).build()).hasAltName("enp0s1");
    }

    static Stream<Arguments> failures() {
        return Stream.of(
                failure(SamplePods.NIC, "the name of link \"eth0\" should be eth1, found eth0", it -> it.hasName("eth1")),
                failure(SamplePods.NIC, "the alternative names of link \"eth0\" should include enp0s1, found none",
                        it -> it.hasAltName("enp0s1")),
                failure(SamplePods.NIC, "the kind of link \"eth0\" should be bridge, found veth",
                        it -> it.isKind(LinkKind.BRIDGE)),
                failure(SamplePods.PLACEHOLDER, "the state of link \"eth0\" should be up, found down", LinkAssert::isUp),
                failure(SamplePods.TAP, "the state of link \"tap0\" should be down, found up", LinkAssert::isDown),
                failure(SamplePods.NIC, "the MAC address of link \"eth0\" should be 02:00:00:00:00:09, found 0a:58:0a:f4:01:07",
                        it -> it.hasMac("02:00:00:00:00:09")),
                failure(Link.builder(3, "tun0").build(),
                        "the MAC address of link \"tun0\" should be 02:00:00:00:00:09, found none",
                        it -> it.hasMac("02:00:00:00:00:09")),
                failure(SamplePods.NIC, "the MTU of link \"eth0\" should be 1500, found 1450", it -> it.hasMtu(1500)),
                failure(SamplePods.TAP, "the master of link \"tap0\" should be none, found link 7", LinkAssert::hasNoMaster),
                failure(SamplePods.TAP, "the learning of link \"tap0\" should be off, found on", LinkAssert::hasLearningOff),
                failure(SamplePods.NIC, "the learning of link \"eth0\" should be off, found none", LinkAssert::hasLearningOff),
                failure(SamplePods.BRIDGE, "the arp_ignore of link \"k6t-eth0\" should be 2, found 1", it -> it.hasArpIgnore(2)),
                failure(SamplePods.NIC.toBuilder().ipv6Disabled(false).build(),
                        "the IPv6 of link \"eth0\" should be off, found on",
                        LinkAssert::hasIpv6Off),
                failure(SamplePods.NIC, "the type of link \"eth0\" should be tap, found none", it -> it.isTapOf(107, 108)),
                failure(SamplePods.TAP, "the owner of link \"tap0\" should be 1, found 107", it -> it.isTapOf(1, 108)),
                failure(SamplePods.TAP, "the group of link \"tap0\" should be 1, found 108", it -> it.isTapOf(107, 1)));
    }

    private static Arguments failure(Link link, String sentence, Consumer<LinkAssert> assertion) {
        return Arguments.of(link, sentence, assertion);
    }

    @ParameterizedTest
    @MethodSource("failures")
    void failsWithWhatWasWantedAndFound(Link link, String sentence, Consumer<LinkAssert> assertion) {
        LinkAssert about = assertThat(link);
        assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> assertion.accept(about))
                .withMessageStartingWith(sentence + ":" + System.lineSeparator());
    }

    @Test
    void showsTheWholeLinkAsIpDoes() {
        assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> assertThat(SamplePods.TAP).as("of the VM").hasMtu(1500))
                .withMessage(String.join(System.lineSeparator(),
                        "[of the VM] the MTU of link \"tap0\" should be 1500, found 1450:",
                        "  8: tap0: <NO-CARRIER,UP> mtu 1450 master if7 state UNKNOWN", "      link/ether 02:00:00:00:00:02",
                        "      tun type tap vnet_hdr on persist on user 107 group 108 bridge_slave state forwarding learning on"
                                + " disable_ipv6 1"));
    }

    @Test
    void failsWhereThereIsNoLink() {
        Link none = null;
        assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> assertThat(none).isUp())
                .withMessageContaining("not to be null");
    }
}
