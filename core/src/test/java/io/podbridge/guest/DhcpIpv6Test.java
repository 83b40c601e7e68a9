package io.podbridge.guest;

import io.podbridge.netlink.model.IpAddress;
import io.podbridge.netlink.model.IpPrefix;
import io.podbridge.netlink.model.Scope;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What guests get of IPv6. */
class DhcpIpv6Test {

    @Test
    void calicoDualStackWithALinkLocalGateway() {
        DhcpConfig config = new DiscoveredPod().address("192.168.7.9/32").address("fd00:10:244::9/128")
                .address("fe80::858:aff:fef4:105/64", address -> address.scope(Scope.LINK))
                .via("0.0.0.0/0", "169.254.1.1").onLink("169.254.1.1/32").onLink("fd00:10:244::9/128")
                .via("::/0", "fe80::ecee:eeff:feee:eeee", route -> route.metric(1024)).dhcp();
        assertThat(config.addresses6()).containsExactly(IpPrefix.parse("fd00:10:244::9/128"));
        assertThat(config.gateway6()).contains(IpAddress.parse("fe80::ecee:eeff:feee:eeee"));
        assertThat(config.routes6()).isEmpty();
        assertThat(config.gateway()).contains(IpAddress.parse("169.254.1.1"));
        assertThat(config.warnings()).isEmpty();
    }

    @Test
    void ipv6Alone() {
        DhcpConfig config = new DiscoveredPod().address("fd00:10:244:1::5/64").onLink("fd00:10:244:1::/64")
                .via("::/0", "fd00:10:244:1::1").via("fd00:10:244::/48", "fd00:10:244:1::1").dhcp();
        assertThat(config.ipamDisabled()).isFalse();
        assertThat(config.address()).isEmpty();
        assertThat(config.gateway()).isEmpty();
        assertThat(config.gateway6()).contains(IpAddress.parse("fd00:10:244:1::1"));
        assertThat(config.routes6()).extracting(GuestRoute::toString)
                .containsExactly("fd00:10:244::/48 via fd00:10:244:1::1");
    }

    @Test
    void aGlobalGatewayOutsideTheSubnetGetsAHostRoute() {
        DhcpConfig config = new DiscoveredPod().address("fd00::5/128").via("::/0", "fd00::1").dhcp();
        assertThat(config.routes6()).extracting(GuestRoute::toString).containsExactly("fd00::1/128 on-link");
    }

    @Test
    void ofTwoGatewaysTheOneOfTheLowerMetricIsTold() {
        DhcpConfig config = new DiscoveredPod().address("fd00::5/64").via("::/0", "fe80::2", route -> route.metric(2048))
                .via("::/0", "fe80::1", route -> route.metric(1024)).dhcp();
        assertThat(config.gateway6()).contains(IpAddress.parse("fe80::1"));
    }

    @Test
    void aDefaultRouteWithoutGatewayIsAmongTheOthers() {
        DhcpConfig config = new DiscoveredPod().address("fd00::5/64").onLink("::/0").dhcp();
        assertThat(config.gateway6()).isEmpty();
        assertThat(config.routes6()).extracting(GuestRoute::toString).containsExactly("::/0 on-link");
    }
}
