package io.podbridge.cli.output;

import io.podbridge.guest.DhcpConfig;
import io.podbridge.guest.GuestNames;
import io.podbridge.guest.HostName;
import io.podbridge.guest.ResolvConf;
import io.podbridge.netlink.model.Route;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

import static io.podbridge.cli.output.Guest.onLink;
import static io.podbridge.cli.output.Guest.via;
import static org.assertj.core.api.Assertions.assertThat;

class DnsmasqTextTest {
    private static List<String> lines(List<Route> routes, String... addresses) {
        return lines(Guest.of(routes, addresses));
    }

    private static List<String> lines(DhcpConfig config) {
        return DnsmasqText.lines(config, "k6t-eth0");
    }

    private static DhcpConfig named(String resolvConf) {
        return Guest.of(List.of(), "10.244.1.7/24").withNames(GuestNames.NONE.withResolvConf(ResolvConf.parse(resolvConf)));
    }

    @Test
    void servesOneGuestOfASubnet() {
        assertThat(lines(List.of(via("0.0.0.0/0", "10.244.1.1")), "10.244.1.7/24")).containsExactly("port=0",
                "interface=k6t-eth0", "bind-interfaces", "dhcp-authoritative", "leasefile-ro",
                "shared-network=169.254.75.10,10.244.1.0", "dhcp-range=10.244.1.0,static,255.255.255.0,infinite",
                "dhcp-host=0a:58:0a:f4:01:07,10.244.1.7,infinite", "dhcp-option=option:router,10.244.1.1",
                "dhcp-option=option:mtu,1450");
    }

    @Test
    void tellsAGatewayOffTheLinkInBothForms() {
        List<Route> routes = List.of(via("0.0.0.0/0", "169.254.1.1"), onLink("169.254.1.1/32"));
        assertThat(lines(routes, "192.168.7.9/32")).contains("shared-network=169.254.75.10,192.168.7.9",
                "dhcp-range=192.168.7.9,static,255.255.255.255,infinite", "dhcp-option=option:router,169.254.1.1",
                "dhcp-option=121,169.254.1.1/32,0.0.0.0,0.0.0.0/0,169.254.1.1",
                "dhcp-option=249,169.254.1.1/32,0.0.0.0,0.0.0.0/0,169.254.1.1");
    }

    @Test
    void tellsNames() {
        DhcpConfig config = named("nameserver 10.96.0.10\nnameserver fd00::a\nsearch shop.local local\n");
        GuestNames names = GuestNames.NONE.withResolvConf(new ResolvConf(config.dnsServers(), config.searchDomains(), List.of()))
                .withHostName(new HostName("web-0"));
        assertThat(lines(config.withNames(names))).endsWith("dhcp-option=option:mtu,1450",
                "# warning: DHCP does not tell of the IPv6 name server fd00::a", "dhcp-option=option:dns-server,10.96.0.10",
                "dhcp-option=option:domain-name,shop.local", "dhcp-option=option:domain-search,shop.local,local",
                "dhcp-option=12,web-0");
    }

    @Test
    void keepsDnsmasqFromNamingItselfAsRouter() {
        assertThat(lines(List.of(), "10.244.1.7/24")).contains("dhcp-option=option:router");
    }

    @Test
    void keepsTheDefaultRouteWhereNotAllHaveRoom() {
        Stream<Route> many = IntStream.range(0, 40).mapToObj(i -> via("10.9." + i + ".1/32", "10.244.1.3"));
        List<String> lines = lines(Stream.concat(many, Stream.of(via("0.0.0.0/0", "10.244.1.1"))).toList(), "10.244.1.7/24");
        String option = lines.stream().filter(line -> line.startsWith("dhcp-option=121,")).collect(Collectors.joining());
        // 6 bytes for the default route, 9 for each other one.
        assertThat(option.split("10\\.9\\.")).hasSize(1 + 27);
        assertThat(option).startsWith("dhcp-option=121,10.9.0.1/32,").endsWith(",0.0.0.0/0,10.244.1.1");
        assertThat(lines.stream().filter(line -> line.startsWith("# warning: no room in the option for the route"))).hasSize(13);
    }

    @Test
    void keepsTheFirstSearchDomainsWhereNotAllHaveRoom() {
        String domains = IntStream.range(0, 5).mapToObj(i -> "x".repeat(50) + "." + i).collect(Collectors.joining(" "));
        assertThat(lines(named("search " + domains))).contains("# warning: no room in the option for the search domain "
                + "x".repeat(50) + ".4")
                .anyMatch(line -> line.startsWith("dhcp-option=option:domain-search,") && line.endsWith(".3"));
    }

    @Test
    void servesNoAddressWhereThePodHasNoIpv4() {
        assertThat(lines(List.of())).contains("# the pod has no IPv4 address, so the guest is served none")
                .noneMatch(line -> line.startsWith("dhcp-range") || line.startsWith("dhcp-host"));
        assertThat(lines(List.of(), "fd00::7/64")).contains(
                "# warning: no IPv6 address is given out here, so not fd00::7/64 either; --format cloud-init has it");
    }
}
