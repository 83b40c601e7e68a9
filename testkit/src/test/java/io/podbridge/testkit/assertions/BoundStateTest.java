package io.podbridge.testkit.assertions;

import io.podbridge.binding.BridgeBinding;
import io.podbridge.netlink.model.BridgePort;
import io.podbridge.netlink.model.HardwareAddress;
import io.podbridge.netlink.model.InterfaceAddress;
import io.podbridge.netlink.model.Link;
import io.podbridge.netlink.model.LinkFlags;
import io.podbridge.netlink.model.LinkKind;
import io.podbridge.netlink.state.NamespaceState;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

class BoundStateTest {
    private static final BridgeBinding BINDING = BridgeBinding.of("eth0");
    private static final LinkFlags NOTHING = new LinkFlags(0);

    @Test
    void holdsOfABoundPod() {
        assertThat(BoundState.check(SamplePods.BOUND, BINDING)).isEmpty();
        assertThat(BoundState.check(SamplePods.BOUND, BINDING.withTapOwner(107, 108).withFakeAddressIndex(0))).isEmpty();
    }

    @Test
    void needsNoAddressOfTheBridgeWhereThePodHasNone() {
        NamespaceState state = new NamespaceState(SamplePods.BOUND.links(), List.of(), List.of(), List.of());
        assertThat(BoundState.check(state, BINDING)).isEmpty();
    }

    static Stream<Arguments> changes() {
        return Stream.of(
                change(SamplePods.BRIDGE, it -> it.kind(LinkKind.VETH), "the kind of \"k6t-eth0\" should be bridge, found veth"),
                change(SamplePods.BRIDGE, it -> it.flags(NOTHING), "the state of \"k6t-eth0\" should be up, found down"),
                change(SamplePods.BRIDGE, it -> it.ipv6Disabled(false), "the IPv6 of \"k6t-eth0\" should be off, found on"),
                change(SamplePods.BRIDGE, it -> it.arpIgnore(0), "the arp_ignore of \"k6t-eth0\" should be 1, found 0"),
                change(SamplePods.PORT, it -> it.flags(NOTHING), "the state of \"eth0-nic\" should be up, found down"),
                change(SamplePods.PORT, it -> it.master(99), "the master of \"eth0-nic\" should be k6t-eth0, found if99"),
                change(SamplePods.PORT, it -> it.bridgePort(new BridgePort(3, true)),
                        "the learning of \"eth0-nic\" should be off, found on"),
                change(SamplePods.PORT, it -> it.hardwareAddress(HardwareAddress.parse(SamplePods.POD_MAC)),
                        "the MAC address of \"eth0-nic\" should be 02:00:00:00:00:01, found 0a:58:0a:f4:01:07"),
                change(SamplePods.PORT, it -> it.ipv6Disabled(false), "the IPv6 of \"eth0-nic\" should be off, found on"),
                change(SamplePods.TAP, it -> it.flags(NOTHING), "the state of \"tap0\" should be up, found down"),
                change(SamplePods.TAP, it -> it.mtu(1500), "the MTU of \"tap0\" should be 1450, found 1500"),
                change(SamplePods.PLACEHOLDER, it -> it.flags(new LinkFlags(LinkFlags.UP)),
                        "the state of \"eth0\" should be down, found up"),
                change(SamplePods.PLACEHOLDER, it -> it.master(7), "the master of \"eth0\" should be none, found k6t-eth0"),
                change(SamplePods.PLACEHOLDER, it -> it.mtu(1500), "the MTU of \"eth0\" should be 1450, found 1500"));
    }

    private static Arguments change(Link link, UnaryOperator<Link.Builder> change, String broken) {
        return Arguments.of(SamplePods.boundBut(link, change), broken);
    }

    @ParameterizedTest
    @MethodSource("changes")
    void namesEachThingThatDoesNotHold(NamespaceState state, String broken) {
        assertThat(BoundState.check(state, BINDING)).containsExactly(broken);
    }

    static Stream<Link> links() {
        return SamplePods.BOUND.links().stream();
    }

    @ParameterizedTest
    @MethodSource("links")
    void namesALinkThatIsNotThere(Link link) {
        assertThat(BoundState.check(SamplePods.boundWithout(link), BINDING)).contains("there is no link \"" + link.name() + "\"");
    }

    @Test
    void seesTheAddressesAndTheOwnerThatTheBindingNames() {
        assertThat(BoundState.check(SamplePods.BOUND, BINDING.withFakeAddressIndex(5)))
                .containsExactly("the addresses of \"k6t-eth0\" should be 169.254.75.15/32, found 169.254.75.10/32");
        assertThat(BoundState.check(SamplePods.BOUND, BINDING.withTapOwner(1, 2))).containsExactly(
                "the owner of \"tap0\" should be 1, found 107", "the group of \"tap0\" should be 2, found 108");
    }

    @Test
    void seesAddressesAndRoutesThatAreLeftOnTheNic() {
        List<InterfaceAddress> addresses = new ArrayList<>(SamplePods.BOUND.addresses());
        addresses.add(SamplePods.address(2, "10.244.1.7/24"));
        NamespaceState state = new NamespaceState(SamplePods.BOUND.links(), addresses,
                List.of(SamplePods.via("0.0.0.0/0", 2, "10.244.1.1")), List.of());
        assertThat(BoundState.check(state, BINDING)).containsExactly(
                "the addresses of \"eth0-nic\" should be none, found 10.244.1.7/24",
                "the routes of \"eth0-nic\" should be none, found default via 10.244.1.1 dev eth0-nic");
    }
}
