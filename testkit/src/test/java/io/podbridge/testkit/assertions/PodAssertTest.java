package io.podbridge.testkit.assertions;

import io.podbridge.netlink.NetlinkHandler;
import io.podbridge.netlink.model.LinkKind;
import io.podbridge.netlink.state.NamespaceState;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.opentest4j.AssertionFailedError;

import static io.podbridge.testkit.assertions.PodbridgeAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class PodAssertTest {
    private static final NetlinkHandler POD = new ReadOnlyHandler(SamplePods.BEFORE);
    private static final NetlinkHandler BOUND = new ReadOnlyHandler(SamplePods.BOUND);

    @Test
    void passesWhereAllOfItHolds() {
        assertThat(POD).hasNoLink("tap0").hasOnlyLinks("eth0").hasAddress("eth0", "10.244.1.7/24")
                .hasDefaultRouteVia("10.244.1.1")
                .hasRouteVia("10.96.0.0/12", "10.244.1.2").hasNoRoute("10.97.0.0/16").hasNoRoute("::/0")
                .isUnchangedSince(SamplePods.BEFORE);
        assertThat(BOUND).hasNoDefaultRoute();
    }

    @Test
    void goesOnWithALinkAmongTheOthers() {
        assertThat(BOUND).hasLink("k6t-eth0").isKind(LinkKind.BRIDGE).isUp().hasMac(SamplePods.BRIDGE_MAC).hasPort("tap0")
                .hasOnlyPorts("tap0", "eth0-nic").hasAddress("169.254.75.10/32").hasOnlyAddresses("169.254.75.10/32");
        assertThat(BOUND).hasLink("tap0").hasMaster("k6t-eth0").hasNoAddress().isTapOf(107, 108);
        assertThat(BOUND).hasLink("eth0").hasNoMaster().hasOnlyPorts();
    }

    static Stream<Arguments> failures() {
        return Stream.of(
                failure("the links of the current network namespace should include tap1, found eth0, eth0-nic, k6t-eth0, tap0",
                        pod -> pod.hasLink("tap1")),
                failure("the links of the current network namespace should not include tap0, found eth0, eth0-nic, k6t-eth0, tap0",
                        pod -> pod.hasNoLink("tap0")),
                failure("the links of the current network namespace should be eth0, lo, found eth0, eth0-nic, k6t-eth0, tap0",
                        pod -> pod.hasOnlyLinks("lo", "eth0")),
                failure("the addresses of link \"eth0\" should include 10.244.1.8/24, found 10.244.1.7/24",
                        pod -> pod.hasAddress("eth0", "10.244.1.8/24")),
                failure("the gateways to 0.0.0.0/0 of the current network namespace should include 10.244.1.1, found none",
                        pod -> pod.hasDefaultRouteVia("10.244.1.1")),
                failure("the gateways to 10.96.0.0/12 of the current network namespace should include 10.244.1.1, found none",
                        pod -> pod.hasRouteVia("10.96.0.0/12", "10.244.1.1")),
                failure("the master of link \"eth0\" should be k6t-eth0, found none",
                        pod -> pod.hasLink("eth0").hasMaster("k6t-eth0")),
                failure("the ports of link \"k6t-eth0\" should include tap1, found eth0-nic, tap0",
                        pod -> pod.hasLink("k6t-eth0").hasPort("tap1")),
                failure("the ports of link \"k6t-eth0\" should be tap0, found eth0-nic, tap0",
                        pod -> pod.hasLink("k6t-eth0").hasOnlyPorts("tap0")),
                failure("the addresses of link \"eth0\" should be none, found 10.244.1.7/24",
                        pod -> pod.hasLink("eth0").hasNoAddress()),
                failure("the addresses of link \"tap0\" should be fd00::7/64, found none",
                        pod -> pod.hasLink("tap0").hasOnlyAddresses("fd00::7/64")));
    }

    private static Arguments failure(String sentence, Consumer<PodAssert> assertion) {
        return Arguments.of(sentence, assertion);
    }

    @ParameterizedTest
    @MethodSource("failures")
    void failsWithWhatWasWantedAndFound(String sentence, Consumer<PodAssert> assertion) {
        assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> assertion.accept(assertThat(BOUND)))
                .withMessageStartingWith(sentence + ":" + System.lineSeparator());
    }

    @Test
    void namesTheRoutesThatShouldNotBeThere() {
        assertFails(() -> assertThat(POD).hasNoDefaultRoute(),
                "the routes to 0.0.0.0/0 of the current network namespace should be none, found default via 10.244.1.1 dev eth0:");
    }

    @Test
    void showsThePodAndTheLinkWithItsAddressesAsIpDoes() {
        assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> assertThat(POD).hasLink("tap0"))
                .withMessageContainingAll(
                        "  2: eth0: <NO-CARRIER,UP> mtu 1450", "      inet 10.244.1.7/24 scope global eth0",
                        "  default via 10.244.1.1 dev eth0");
        assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> assertThat(BOUND).hasLink("eth0-nic").isDown())
                .withMessageContaining("  2: eth0-nic: <NO-CARRIER,UP> mtu 1450 master k6t-eth0")
                .withMessageNotContaining("tap0");
    }

    @Test
    void namesWhatIsGoneAndWhatIsNew() {
        NamespaceState before = SamplePods.BEFORE;
        NamespaceState after = new NamespaceState(before.links(), List.of(SamplePods.address(2, "10.244.1.8/24")),
                before.routes(), List.of());
        assertFails(() -> assertThat(new ReadOnlyHandler(after)).isUnchangedSince(before), String.join(System.lineSeparator(),
                "the current network namespace should be as it was before, but has lost (-) and gained (+)",
                "  - dev eth0 inet 10.244.1.7/24 scope global eth0", "  + dev eth0 inet 10.244.1.8/24 scope global eth0",
                "and is now:"));
    }

    @Test
    void tellsAnEditorWhatWasExpectedAndWhatWasThere() {
        assertThatExceptionOfType(AssertionFailedError.class).isThrownBy(() -> assertThat(BOUND).hasLink("eth0").hasMtu(1500))
                .satisfies(failure -> {
                    assertThat(failure.getExpected().getStringRepresentation()).isEqualTo("1500");
                    assertThat(failure.getActual().getStringRepresentation()).isEqualTo("1450");
                });
    }

    @Test
    void canBeSoft() {
        SoftAssertions softly = new SoftAssertions();
        softly.check(() -> assertThat(BOUND).hasLink("eth0").isUp());
        softly.check(() -> assertThat(BOUND).hasLink("tap0").isUp());
        softly.check(() -> assertThat(BOUND).hasDefaultRouteVia("10.244.1.1"));
        assertThat(softly.errorsCollected()).hasSize(2);
    }

    private static void assertFails(ThrowingCallable assertion, String start) {
        assertThatExceptionOfType(AssertionError.class).isThrownBy(assertion).withMessageStartingWith(start);
    }
}
