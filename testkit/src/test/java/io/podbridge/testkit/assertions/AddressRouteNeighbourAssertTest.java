package io.podbridge.testkit.assertions;

import io.podbridge.netlink.model.AddressFlags;
import io.podbridge.netlink.model.HardwareAddress;
import io.podbridge.netlink.model.InterfaceAddress;
import io.podbridge.netlink.model.IpAddress;
import io.podbridge.netlink.model.IpPrefix;
import io.podbridge.netlink.model.Lifetime;
import io.podbridge.netlink.model.Neighbour;
import io.podbridge.netlink.model.Route;
import io.podbridge.netlink.model.RouteProtocol;
import io.podbridge.netlink.model.RouteType;
import io.podbridge.netlink.model.Scope;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static io.podbridge.testkit.assertions.PodbridgeAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class AddressRouteNeighbourAssertTest {
    private static final InterfaceAddress ADDRESS = InterfaceAddress.builder(2, IpPrefix.parse("10.244.1.7/24"))
            .flags(new AddressFlags(AddressFlags.PERMANENT)).peer(IpAddress.parse("10.244.1.8"))
            .broadcast(IpAddress.parse("10.244.1.255")).label("eth0:1").build();
    private static final Route DEFAULT = SamplePods.via("0.0.0.0/0", 2, "10.244.1.1").toBuilder().metric(5)
            .preferredSource(IpAddress.parse("10.244.1.7")).build();
    private static final Route CLUSTER = SamplePods.via("10.96.0.0/12", 2, "10.244.1.1");
    private static final Neighbour GATEWAY = Neighbour.builder(2, IpAddress.parse("10.244.1.1")).state(Neighbour.PERMANENT)
            .hardwareAddress(HardwareAddress.parse("02:00:00:00:00:01")).build();
    private static final Neighbour PROXY = Neighbour.builder(2, IpAddress.parse("10.244.1.50")).flags(Neighbour.PROXY).build();

    @Test
    void passesWhereAllOfItHolds() {
        assertThat(ADDRESS).hasPrefix("10.244.1.7/24").hasPeer("10.244.1.8").hasBroadcast("10.244.1.255").hasLabel("eth0:1")
                .hasScope(Scope.UNIVERSE).isForever();
        assertThat(DEFAULT).isDefault().hasDestination("0.0.0.0/0").isVia("10.244.1.1").leavesThrough(2).isInTable(254)
                .hasMetric(5)
                .hasSource("10.244.1.7").hasScope(Scope.UNIVERSE).hasType(RouteType.UNICAST).hasProtocol(DEFAULT.protocol());
        assertThat(GATEWAY).hasAddress("10.244.1.1").hasMac("02:00:00:00:00:01").isPermanent();
        assertThat(PROXY).isProxy();
    }

    static Stream<Arguments> failures() {
        return Stream.of(addresses(), routes(), neighbours()).flatMap(all -> all);
    }

    private static Stream<Arguments> addresses() {
        InterfaceAddress mortal = ADDRESS.toBuilder().validLifetime(new Lifetime(60)).build();
        InterfaceAddress deprecated = ADDRESS.toBuilder().preferredLifetime(new Lifetime(0)).build();
        return Stream.of(
                failure("the prefix of address 10.244.1.7/24 should be 10.244.1.7/16, found 10.244.1.7/24",
                        () -> assertThat(ADDRESS).hasPrefix("10.244.1.7/16")),
                failure("the peer of address 10.244.1.7/24 should be 10.0.0.1, found 10.244.1.8",
                        () -> assertThat(ADDRESS).hasPeer("10.0.0.1")),
                failure("the broadcast address of address 10.244.1.7/24 should be 10.0.0.1, found 10.244.1.255",
                        () -> assertThat(ADDRESS).hasBroadcast("10.0.0.1")),
                failure("the label of address 10.244.1.7/24 should be eth0, found eth0:1",
                        () -> assertThat(ADDRESS).hasLabel("eth0")),
                failure("the scope of address 10.244.1.7/24 should be link, found global",
                        () -> assertThat(ADDRESS).hasScope(Scope.LINK)),
                failure("the valid lifetime of address 10.244.1.7/24 should be forever, found 60sec",
                        () -> assertThat(mortal).isForever()),
                failure("the preferred lifetime of address 10.244.1.7/24 should be forever, found 0sec",
                        () -> assertThat(deprecated).isForever()));
    }

    private static Stream<Arguments> routes() {
        return Stream.of(
                failure("the destination of route to 10.96.0.0/12 should be 0.0.0.0/0, found 10.96.0.0/12",
                        () -> assertThat(CLUSTER).isDefault()),
                failure("the destination of route to 10.96.0.0/12 should be 10.0.0.0/8, found 10.96.0.0/12",
                        () -> assertThat(CLUSTER).hasDestination("10.0.0.0/8")),
                failure("the gateways of route to 10.96.0.0/12 should include 10.0.0.9, found 10.244.1.1",
                        () -> assertThat(CLUSTER).isVia("10.0.0.9")),
                failure("the links of route to 10.96.0.0/12 should include 3, found 2",
                        () -> assertThat(CLUSTER).leavesThrough(3)),
                failure("the table of route to 10.96.0.0/12 should be 100, found 254", () -> assertThat(CLUSTER).isInTable(100)),
                failure("the metric of route to 10.96.0.0/12 should be 5, found none", () -> assertThat(CLUSTER).hasMetric(5)),
                failure("the source of route to 10.96.0.0/12 should be 10.0.0.9, found none",
                        () -> assertThat(CLUSTER).hasSource("10.0.0.9")),
                failure("the scope of route to 10.96.0.0/12 should be link, found global",
                        () -> assertThat(CLUSTER).hasScope(Scope.LINK)),
                failure("the type of route to 10.96.0.0/12 should be blackhole, found unicast",
                        () -> assertThat(CLUSTER).hasType(RouteType.BLACKHOLE)),
                failure("the protocol of route to 10.96.0.0/12 should be kernel, found boot",
                        () -> assertThat(CLUSTER).hasProtocol(RouteProtocol.KERNEL)));
    }

    private static Stream<Arguments> neighbours() {
        return Stream.of(
                failure("the IP address of neighbour 10.244.1.1 should be 10.0.0.9, found 10.244.1.1",
                        () -> assertThat(GATEWAY).hasAddress("10.0.0.9")),
                failure("the MAC address of neighbour 10.244.1.50 should be 02:00:00:00:00:01, found none",
                        () -> assertThat(PROXY).hasMac("02:00:00:00:00:01")),
                failure("the lifetime of neighbour 10.244.1.50 should be for ever, found limited",
                        () -> assertThat(PROXY).isPermanent()),
                failure("the kind of neighbour 10.244.1.1 should be proxy, found neighbour",
                        () -> assertThat(GATEWAY).isProxy()));
    }

    private static Arguments failure(String sentence, ThrowingCallable assertion) {
        return Arguments.of(sentence, assertion);
    }

    @ParameterizedTest
    @MethodSource("failures")
    void failsWithWhatWasWantedAndFound(String sentence, ThrowingCallable assertion) {
        assertThatExceptionOfType(AssertionError.class).isThrownBy(assertion)
                .withMessageStartingWith(sentence + ":" + System.lineSeparator());
    }

    @Test
    void showsTheWholeNounAsIpDoes() {
        assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> assertThat(ADDRESS).hasLabel("eth0"))
                .withMessageEndingWith("  inet 10.244.1.7 peer 10.244.1.8/24 brd 10.244.1.255 scope global eth0:1");
        assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> assertThat(DEFAULT).hasMetric(6))
                .withMessageEndingWith("  default via 10.244.1.1 dev if2 src 10.244.1.7 metric 5");
        assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> assertThat(GATEWAY).isProxy())
                .withMessageEndingWith("  10.244.1.1 dev if2 lladdr 02:00:00:00:00:01 PERMANENT");
    }
}
