package io.podbridge.cli.output;

import io.podbridge.binding.BridgeBinding;
import io.podbridge.binding.PodInterface;
import io.podbridge.guest.DhcpConfig;
import io.podbridge.netlink.model.HardwareAddress;
import io.podbridge.netlink.model.InterfaceAddress;
import io.podbridge.netlink.model.IpAddress;
import io.podbridge.netlink.model.IpPrefix;
import io.podbridge.netlink.model.Link;
import io.podbridge.netlink.model.NextHop;
import io.podbridge.netlink.model.Route;
import io.podbridge.netlink.model.Scope;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class DnsmasqTextTest {
    private static final Link NIC = Link.builder(2, "eth0").mtu(1450)
            .hardwareAddress(HardwareAddress.parse("0a:58:0a:f4:01:07")).build();

    private static List<String> lines(List<Route> routes, String... addresses) {
        PodInterface pod = PodInterface.builder(NIC, Instant.EPOCH).addresses(Arrays.stream(addresses)
                .map(address -> InterfaceAddress.builder(2, IpPrefix.parse(address)).build()).toList()).routes(routes).build();
        return DnsmasqText.lines(DhcpConfig.of(pod, BridgeBinding.of("eth0"), Optional.of(BridgeBinding.fakeAddress(0))));
    }

    private static Route via(String destination, String gateway) {
        return Route.builder(IpPrefix.parse(destination))
                .nextHops(List.of(NextHop.builder().linkIndex(2).gateway(IpAddress.parse(gateway)).build())).build();
    }

    @Test
    void tellsAddressRouterAndMtu() {
        assertThat(lines(List.of(via("0.0.0.0/0", "10.244.1.1")), "10.244.1.7/24", "fd00::7/64")).containsExactly(
                "dhcp-host=0a:58:0a:f4:01:07,10.244.1.7,[fd00::7],infinite", "dhcp-option=option:netmask,255.255.255.0",
                "dhcp-option=option:router,10.244.1.1", "dhcp-option=option:mtu,1450");
    }

    @Test
    void tellsRoutesWithTheDefaultLast() {
        assertThat(lines(List.of(via("0.0.0.0/0", "10.244.1.1"), via("10.9.0.0/16", "10.244.1.3")), "10.244.1.7/24")).contains(
                "dhcp-option=option:classless-static-route,10.9.0.0/16,10.244.1.3,0.0.0.0/0,10.244.1.1");
    }

    @Test
    void writesNoGatewayAsRfc3442Does() {
        Route host = Route.builder(IpPrefix.parse("169.254.1.1/32")).scope(Scope.LINK)
                .nextHops(List.of(NextHop.builder().linkIndex(2).build())).build();
        assertThat(lines(List.of(host), "10.244.1.7/32"))
                .contains("dhcp-option=option:classless-static-route,169.254.1.1/32,0.0.0.0");
    }

    @Test
    void keepsDnsmasqFromNamingItselfAsRouter() {
        assertThat(lines(List.of(), "10.244.1.7/24")).contains("dhcp-option=option:router");
    }

    @Test
    void servesNoAddressWhereThePodHasNone() {
        assertThat(lines(List.of())).singleElement().asString().startsWith("# the pod has no address");
    }
}
