package io.podbridge.guest;

import io.podbridge.netlink.model.IpAddress;
import io.podbridge.netlink.model.IpPrefix;
import io.podbridge.netlink.model.NextHop;
import io.podbridge.netlink.model.RawAttribute;
import io.podbridge.netlink.model.Route;
import io.podbridge.netlink.model.RouteProtocol;
import io.podbridge.netlink.model.RouteType;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

import static io.podbridge.guest.DiscoveredPod.ETH0;
import static org.assertj.core.api.Assertions.assertThat;

/** What DHCP cannot say of a route is reported, and nothing else is told instead. */
class DhcpWarningsTest {

    @Test
    void severalNextHops() {
        DhcpConfig config = pod()
                .route("0.0.0.0/0", List.of(DiscoveredPod.hop(ETH0, "10.0.0.1"), DiscoveredPod.hop(ETH0, "10.0.0.2")),
                        route -> route)
                .dhcp();
        assertNotTold(config, "default via 10.0.0.1 via 10.0.0.2: it has several next hops");
    }

    @Test
    void anIpv6NextHopOfAnIpv4Route() {
        assertNotTold(pod().via("0.0.0.0/0", "fe80::1").dhcp(),
                "default via fe80::1: its gateway is of the other address family");
    }

    @Test
    void anotherTypeThanUnicast() {
        DhcpConfig config = pod().route("10.8.0.0/16", List.of(), route -> route.type(RouteType.BLACKHOLE)).dhcp();
        assertNotTold(config, "blackhole 10.8.0.0/16: it is of type blackhole");
    }

    @Test
    void anotherTable() {
        assertNotTold(pod().via("10.8.0.0/16", "10.0.0.1", route -> route.table(100)).dhcp(),
                "10.8.0.0/16 via 10.0.0.1: it is in table 100, and a guest is told of one table");
    }

    @Test
    void encapsulation() {
        NextHop hop = DiscoveredPod.hop(ETH0, "10.0.0.1").toBuilder().encap(new RawAttribute(1, new byte[4])).build();
        assertNotTold(pod().route("10.8.0.0/16", List.of(hop), route -> route).dhcp(),
                "10.8.0.0/16 via 10.0.0.1: it encapsulates its packets");
    }

    @Test
    void aTypeOfService() {
        assertNotTold(pod().via("10.8.0.0/16", "10.0.0.1", route -> route.tos(16)).dhcp(),
                "10.8.0.0/16 via 10.0.0.1: it is for the type of service 16 only");
    }

    @Test
    void certainSourcesOnly() {
        DhcpConfig config = new DiscoveredPod().address("fd00::5/64")
                .via("fd01::/64", "fd00::1", route -> route.sourcePrefix(IpPrefix.parse("fd00::/64"))).dhcp();
        assertNotTold(config, "fd01::/64 via fd00::1: it is for packets from fd00::/64 only");
    }

    @Test
    void anotherPreferredSourceIsLost() {
        assertLost(route -> route.preferredSource(IpAddress.parse("10.0.0.9")), "its source 10.0.0.9");
    }

    @Test
    void metricsAreLost() {
        assertLost(route -> route.metrics(Map.of(11, 10L)), "its metrics");
        assertLost(route -> route.metrics(Map.of(Route.METRIC_MTU, 1400L)), "its metrics");
        assertLost(route -> route.congestionControl("bbr"), "its metrics");
    }

    @Test
    void sourceAndMetricsAreLostInOneSentence() {
        assertLost(route -> route.preferredSource(IpAddress.parse("10.0.0.9")).congestionControl("bbr"),
                "its source 10.0.0.9 and its metrics");
    }

    @Test
    void anMtuThatTheGuestsCoversIsNoLoss() {
        DhcpConfig config = pod().via("10.8.0.0/16", "10.0.0.1", route -> route.metrics(Map.of(Route.METRIC_MTU, 1450L))).dhcp();
        assertThat(config.routes()).hasSize(1);
        assertThat(config.warnings()).isEmpty();
    }

    @Test
    void theKernelsOwnRoutesAreNotWorthASentence() {
        DhcpConfig config = pod().address("fd00::5/64")
                .onLink("10.0.0.5/32", route -> route.type(RouteType.LOCAL).table(Route.LOCAL_TABLE))
                .onLink("10.0.0.255/32", route -> route.type(RouteType.BROADCAST).table(Route.LOCAL_TABLE))
                .onLink("ff00::/8", route -> route.type(RouteType.MULTICAST).table(Route.LOCAL_TABLE))
                .onLink("fe80::/64", route -> route.protocol(RouteProtocol.KERNEL).metric(256)).dhcp();
        assertThat(config.warnings()).isEmpty();
        assertThat(config.routes()).isEmpty();
        assertThat(config.routes6()).isEmpty();
    }

    private static DiscoveredPod pod() {
        return new DiscoveredPod().address("10.0.0.5/24");
    }

    private static void assertNotTold(DhcpConfig config, String why) {
        assertThat(config.gateway()).isEmpty();
        assertThat(config.routes()).isEmpty();
        assertThat(config.routes6()).isEmpty();
        assertThat(config.warnings()).containsExactly("the guest is not told of the route " + why);
    }

    private static void assertLost(UnaryOperator<Route.Builder> change, String what) {
        DhcpConfig config = pod().via("10.8.0.0/16", "10.0.0.1", change).dhcp();
        assertThat(config.routes()).extracting(GuestRoute::toString).containsExactly("10.8.0.0/16 via 10.0.0.1");
        assertThat(config.warnings()).containsExactly("the guest gets the route 10.8.0.0/16 via 10.0.0.1 without " + what);
    }
}
