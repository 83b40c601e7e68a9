package io.podbridge.guest;

import io.podbridge.netlink.model.IpAddress;
import io.podbridge.netlink.model.NextHop;
import java.util.List;
import org.junit.jupiter.api.Test;

import static io.podbridge.guest.DiscoveredPod.ETH0;
import static io.podbridge.guest.DiscoveredPod.NET1;
import static org.assertj.core.api.Assertions.assertThat;

/** The gateway and the routes of option 121 that guests of well-known network plugins get. */
class DhcpRoutesTest {

    @Test
    void flannel() {
        DhcpConfig config = new DiscoveredPod().address("10.244.1.5/24").via("0.0.0.0/0", "10.244.1.1")
                .connected("10.244.1.0/24", "10.244.1.5").via("10.244.0.0/16", "10.244.1.1").dhcp();
        assertGuest(config, "10.244.1.1", "10.244.0.0/16 via 10.244.1.1", "0.0.0.0/0 via 10.244.1.1");
    }

    @Test
    void flannelWithoutDefaultRoute() {
        DhcpConfig config = new DiscoveredPod().address("10.244.1.5/24").connected("10.244.1.0/24", "10.244.1.5")
                .via("10.244.0.0/16", "10.244.1.1").dhcp();
        assertThat(config.gateway()).isEmpty();
        assertThat(routes(config)).containsExactly("10.244.0.0/16 via 10.244.1.1");
        assertThat(config.warnings()).isEmpty();
    }

    @Test
    void aGatewayInTheSubnetNeedsNoList() {
        DhcpConfig config = new DiscoveredPod().address("10.0.0.5/24").connected("10.0.0.0/24", "10.0.0.5")
                .via("0.0.0.0/0", "10.0.0.1").dhcp();
        assertGuest(config, "10.0.0.1");
    }

    @Test
    void calicoWithTheDefaultRouteListedFirst() {
        DhcpConfig config = new DiscoveredPod().address("192.168.7.9/32").via("0.0.0.0/0", "169.254.1.1").onLink("169.254.1.1/32")
                .dhcp();
        assertGuest(config, "169.254.1.1", "169.254.1.1/32 on-link", "0.0.0.0/0 via 169.254.1.1");
    }

    @Test
    void awsWithJumboFrames() {
        DhcpConfig config = new DiscoveredPod().link(link -> link.mtu(9001)).address("10.0.5.7/32").onLink("169.254.1.1/32")
                .via("0.0.0.0/0", "169.254.1.1").dhcp();
        assertGuest(config, "169.254.1.1", "169.254.1.1/32 on-link", "0.0.0.0/0 via 169.254.1.1");
        assertThat(config.mtu()).isEqualTo(9001);
    }

    @Test
    void kindnetReachesItsOwnSubnetViaTheGateway() {
        DhcpConfig config = new DiscoveredPod().address("10.244.0.5/24").via("0.0.0.0/0", "10.244.0.1")
                .via("10.244.0.0/24", "10.244.0.1", route -> route.preferredSource(IpAddress.parse("10.244.0.5")))
                .connected("10.244.0.1/32", "10.244.0.5").dhcp();
        assertGuest(config, "10.244.0.1", "10.244.0.1/32 on-link", "10.244.0.0/24 via 10.244.0.1", "0.0.0.0/0 via 10.244.0.1");
    }

    @Test
    void ovnKubernetesWithSeveralRoutesViaTheGateway() {
        DhcpConfig config = new DiscoveredPod().address("10.244.2.6/24").via("0.0.0.0/0", "10.244.2.1")
                .connected("10.244.2.0/24", "10.244.2.6").via("10.244.0.0/16", "10.244.2.1").via("10.96.0.0/16", "10.244.2.1")
                .via("169.254.0.5/32", "10.244.2.1").via("100.64.0.0/16", "10.244.2.1").dhcp();
        assertGuest(config, "10.244.2.1", "169.254.0.5/32 via 10.244.2.1", "10.96.0.0/16 via 10.244.2.1",
                "10.244.0.0/16 via 10.244.2.1", "100.64.0.0/16 via 10.244.2.1", "0.0.0.0/0 via 10.244.2.1");
    }

    @Test
    void openShiftWithTheClusterAndMulticastOnTheLink() {
        DhcpConfig config = new DiscoveredPod().address("10.128.2.7/23").via("0.0.0.0/0", "10.128.2.1").onLink("10.128.0.0/14")
                .connected("10.128.2.0/23", "10.128.2.7").onLink("224.0.0.0/4").via("172.30.0.0/16", "10.128.2.1").dhcp();
        assertGuest(config, "10.128.2.1", "10.128.0.0/14 on-link", "224.0.0.0/4 on-link", "172.30.0.0/16 via 10.128.2.1",
                "0.0.0.0/0 via 10.128.2.1");
    }

    @Test
    void aGatewayOutsideTheSubnetGetsAHostRoute() {
        NextHop onlink = DiscoveredPod.hop(ETH0, "10.9.0.1").toBuilder().flags(NextHop.ONLINK).build();
        DhcpConfig config = new DiscoveredPod().address("10.0.0.5/24").route("0.0.0.0/0", List.of(onlink), route -> route).dhcp();
        assertGuest(config, "10.9.0.1", "10.9.0.1/32 on-link", "0.0.0.0/0 via 10.9.0.1");
    }

    @Test
    void aGatewayThatARouteOnTheLinkLeadsToNeedsNoHostRoute() {
        DhcpConfig config = new DiscoveredPod().address("10.0.0.5/32").via("0.0.0.0/0", "10.0.0.1").onLink("10.0.0.0/20").dhcp();
        assertGuest(config, "10.0.0.1", "10.0.0.0/20 on-link", "0.0.0.0/0 via 10.0.0.1");
    }

    @Test
    void ofTwoDefaultRoutesTheOneOfTheLowerMetricIsTold() {
        DhcpConfig config = new DiscoveredPod().address("10.0.0.5/24")
                .via("0.0.0.0/0", "10.0.0.254", route -> route.metric(200))
                .via("0.0.0.0/0", "10.0.0.1", route -> route.metric(100)).dhcp();
        assertThat(config.gateway()).contains(IpAddress.parse("10.0.0.1"));
        assertThat(config.routes()).isEmpty();
        assertThat(config.warnings())
                .containsExactly("the guest is not told of the route default via 10.0.0.254: another route to"
                        + " the same destination comes first, and a guest is told of no priorities");
    }

    @Test
    void aDefaultRouteWithoutGatewayStandsInTheListAlone() {
        DhcpConfig config = new DiscoveredPod().address("10.0.0.5/24").onLink("0.0.0.0/0").dhcp();
        assertThat(config.gateway()).isEmpty();
        assertThat(routes(config)).containsExactly("0.0.0.0/0 on-link");
    }

    @Test
    void aDefaultRouteWithoutGatewayGivesWayToOneWithAGateway() {
        DhcpConfig config = new DiscoveredPod().address("10.0.0.5/24").onLink("0.0.0.0/0")
                .via("0.0.0.0/0", "10.0.0.1", route -> route.metric(100)).dhcp();
        assertThat(config.gateway()).contains(IpAddress.parse("10.0.0.1"));
        assertThat(config.warnings()).hasSize(1);
    }

    @Test
    void routesOfOtherLinksAreNotTheGuests() {
        DhcpConfig config = new DiscoveredPod().address("10.0.0.5/24").connected("10.0.0.0/24", "10.0.0.5")
                .route("0.0.0.0/0", List.of(DiscoveredPod.hop(NET1, "172.16.0.1")),
                        route -> route.preferredSource(IpAddress.parse("10.0.0.5")))
                .dhcp();
        assertThat(config.gateway()).isEmpty();
        assertThat(config.routes()).isEmpty();
        assertThat(config.warnings()).isEmpty();
    }

    private static void assertGuest(DhcpConfig config, String gateway, String... routes) {
        assertThat(config.gateway()).contains(IpAddress.parse(gateway));
        assertThat(routes(config)).containsExactly(routes);
        assertThat(config.warnings()).isEmpty();
    }

    private static List<String> routes(DhcpConfig config) {
        return config.routes().stream().map(GuestRoute::toString).toList();
    }
}
