package io.podbridge.testkit.assertions;

import io.podbridge.Bindings;
import io.podbridge.binding.BridgeBinding;
import io.podbridge.netlink.NetlinkHandler;
import io.podbridge.netlink.NetlinkHandlers;
import io.podbridge.netlink.model.LinkKind;
import io.podbridge.netlink.state.NamespaceState;
import io.podbridge.testkit.FakeKernel;
import io.podbridge.testkit.FakePod;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.assertj.core.api.ThrowableAssertAlternative;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.opentest4j.AssertionFailedError;

import static io.podbridge.testkit.assertions.PodbridgeAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class PodAssertTest {
    private static final FakeKernel KERNEL = FakeKernel.create();
    private static final FakePod POD = FakePod.create(KERNEL);
    private static final FakePod BOUND = FakePod.create(KERNEL);

    @BeforeAll
    static void bind(@TempDir Path journals) {
        Bindings.in(journals).withHandlers(NetlinkHandlers.of(KERNEL.provider()))
                .configurator(BOUND.namespace(), BridgeBinding.of("eth0").withTapOwner(107, 108)).preparePodNetworkInterface();
    }

    @Test
    void passesWhereAllOfItHolds() {
        try (NetlinkHandler pod = POD.open()) {
            assertThat(pod).hasNoLink("tap0").hasOnlyLinks("eth0", "lo").hasAddress("eth0", "10.244.1.7/24")
                    .hasDefaultRouteVia("10.244.1.1").hasDefaultRouteVia("fd00:10:244:1::1").hasRouteVia("0.0.0.0/0", "10.244.1.1")
                    .hasNoRoute("10.97.0.0/16").isUnchangedSince(NamespaceState.read(pod));
        }
    }

    @Test
    void goesOnWithALinkAmongTheOthers() {
        try (NetlinkHandler bound = BOUND.open()) {
            assertThat(bound).isBound("eth0").hasNoDefaultRoute();
            assertThat(bound).hasLink("k6t-eth0").isKind(LinkKind.BRIDGE).isUp().hasPort("tap0").hasOnlyPorts("tap0", "eth0-nic")
                    .hasAddress("169.254.75.10/32").hasOnlyAddresses("169.254.75.10/32");
            assertThat(bound).hasLink("tap0").hasMaster("k6t-eth0").hasNoAddress().isTapOf(107, 108);
            assertThat(bound).hasLink("eth0").hasMac(BOUND.shape().mac()).hasNoMaster().hasOnlyPorts();
        }
    }

    static Stream<Arguments> failures() {
        return Stream.of(
                failure("the links of POD should include tap1, found eth0, eth0-nic, k6t-eth0, lo, tap0",
                        pod -> pod.hasLink("tap1")),
                failure("the links of POD should not include tap0, found eth0, eth0-nic, k6t-eth0, lo, tap0",
                        pod -> pod.hasNoLink("tap0")),
                failure("the links of POD should be eth0, lo, found eth0, eth0-nic, k6t-eth0, lo, tap0",
                        pod -> pod.hasOnlyLinks("lo", "eth0")),
                failure("the addresses of link \"eth0\" should include 10.244.1.8/24, found 10.244.1.7/24, fd00:10:244:1::7/64",
                        pod -> pod.hasAddress("eth0", "10.244.1.8/24")),
                failure("the gateways to 0.0.0.0/0 of POD should include 10.244.1.1, found none",
                        pod -> pod.hasDefaultRouteVia("10.244.1.1")),
                failure("the gateways to 10.96.0.0/12 of POD should include 10.244.1.1, found none",
                        pod -> pod.hasRouteVia("10.96.0.0/12", "10.244.1.1")),
                failure("the master of link \"eth0\" should be k6t-eth0, found none",
                        pod -> pod.hasLink("eth0").hasMaster("k6t-eth0")),
                failure("the ports of link \"k6t-eth0\" should include tap1, found eth0-nic, tap0",
                        pod -> pod.hasLink("k6t-eth0").hasPort("tap1")),
                failure("the ports of link \"k6t-eth0\" should be tap0, found eth0-nic, tap0",
                        pod -> pod.hasLink("k6t-eth0").hasOnlyPorts("tap0")),
                failure("the addresses of link \"eth0\" should be none, found 10.244.1.7/24, fd00:10:244:1::7/64",
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
        try (NetlinkHandler bound = BOUND.open()) {
            assertFails(() -> assertion.accept(assertThat(bound)),
                    sentence.replace("POD", BOUND.namespace().toString()) + ":" + System.lineSeparator());
        }
    }

    @Test
    void namesTheRoutesThatShouldNotBeThere() {
        try (NetlinkHandler pod = POD.open()) {
            assertFails(() -> assertThat(pod).hasNoDefaultRoute(), "the routes to 0.0.0.0/0 of " + POD.namespace()
                    + " should be none, found default via 10.244.1.1 dev eth0:");
        }
    }

    @Test
    void showsThePodAndTheLinkWithItsAddressesAsIpDoes() {
        try (NetlinkHandler pod = POD.open(); NetlinkHandler bound = BOUND.open()) {
            assertFails(() -> assertThat(pod).hasLink("tap0"), "").withMessageContainingAll("  1: lo: <LOOPBACK,UP,LOWER_UP> mtu 65536",
                    "      link/ether 0a:58:0a:f4:01:07", "      inet 10.244.1.7/24 scope global eth0",
                    "  default via 10.244.1.1 dev eth0");
            assertFails(() -> assertThat(bound).hasLink("eth0-nic").isDown(), "").withMessageContaining(": eth0-nic@if")
                    .withMessageContaining(" mtu 1450 qdisc noqueue master k6t-eth0 ").withMessageNotContaining("tap0");
        }
    }

    @Test
    void namesWhatIsGoneAndWhatIsNew() {
        FakePod changing = FakePod.create(KERNEL);
        try (NetlinkHandler pod = changing.open()) {
            NamespaceState before = NamespaceState.read(pod);
            pod.linkSetName(pod.linkByName("eth0").orElseThrow().id(), "eth1");
            assertFails(() -> assertThat(pod).isUnchangedSince(before), changing.namespace()
                    + " should be as it was before, but has lost (-) and gained (+)" + System.lineSeparator() + "  - ")
                    .withMessageContainingAll("  - 2: eth0@if", "  + 2: eth1@if", System.lineSeparator() + "and is now:");
        }
    }

    @Test
    void namesAllThatIsNotBound() {
        try (NetlinkHandler pod = POD.open()) {
            assertFails(() -> assertThat(pod).isBound("eth0"), String.join(System.lineSeparator(),
                    POD.namespace() + " should be bound by the bridge binding of \"eth0\", but",
                    "  - there is no link \"k6t-eth0\"", "  - there is no link \"eth0-nic\"", "  - there is no link \"tap0\"",
                    "  - the state of \"eth0\" should be down, found up"));
        }
    }

    @Test
    void tellsAnEditorWhatWasExpectedAndWhatWasThere() {
        try (NetlinkHandler bound = BOUND.open()) {
            assertThatExceptionOfType(AssertionFailedError.class).isThrownBy(() -> assertThat(bound).hasLink("eth0").hasMtu(1500))
                    .satisfies(failure -> {
                        assertThat(failure.getExpected().getStringRepresentation()).isEqualTo("1500");
                        assertThat(failure.getActual().getStringRepresentation()).isEqualTo("1450");
                    });
        }
    }

    @Test
    void canBeSoft() {
        SoftAssertions softly = new SoftAssertions();
        try (NetlinkHandler bound = BOUND.open()) {
            softly.check(() -> assertThat(bound).hasLink("eth0").isUp());
            softly.check(() -> assertThat(bound).hasLink("tap0").isUp());
            softly.check(() -> assertThat(bound).hasDefaultRouteVia("10.244.1.1"));
        }
        assertThat(softly.errorsCollected()).hasSize(2);
    }

    private static ThrowableAssertAlternative<AssertionError> assertFails(ThrowingCallable assertion, String start) {
        return assertThatExceptionOfType(AssertionError.class).isThrownBy(assertion).withMessageStartingWith(start);
    }
}
