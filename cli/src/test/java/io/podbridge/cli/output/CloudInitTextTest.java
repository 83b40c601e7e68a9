package io.podbridge.cli.output;

import io.podbridge.guest.DhcpConfig;
import io.podbridge.guest.GuestNames;
import io.podbridge.guest.HostName;
import io.podbridge.guest.ResolvConf;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

import static io.podbridge.cli.output.Guest.onLink;
import static io.podbridge.cli.output.Guest.via;
import static org.assertj.core.api.Assertions.assertThat;

class CloudInitTextTest {
    private static final GuestNames NAMES = GuestNames.NONE
            .withResolvConf(ResolvConf.parse("nameserver 10.96.0.10\nnameserver fd00::a\nsearch shop.local local"))
            .withHostName(new HostName("web-0"));
    private static final DhcpConfig DUAL_STACK = Guest.of(List.of(via("0.0.0.0/0", "169.254.1.1"), onLink("169.254.1.1/32"),
            via("::/0", "fe80::1"), via("fd01::/64", "fd02::1")), "192.168.7.9/32", "fd00::7/64").withNames(NAMES);

    private static String text(DhcpConfig config) {
        return String.join("\n", CloudInitText.lines(config, "eth0"));
    }

    private static Map<String, ?> settings(DhcpConfig config) {
        Map<String, Map<String, Map<String, ?>>> document = new Yaml().load(text(config));
        assertThat((Object) document.get("version")).isEqualTo(2);
        return Objects.requireNonNull(Objects.requireNonNull(document.get("ethernets")).get("eth0"));
    }

    @Test
    void tellsBothFamilies() {
        assertThat(text(DUAL_STACK)).isEqualTo("""
                # the host name is told by cloud-init's meta-data: local-hostname: web-0
                version: 2
                ethernets:
                  "eth0":
                    match:
                      macaddress: "0a:58:0a:f4:01:07"
                    set-name: "eth0"
                    mtu: 1450
                    dhcp4: false
                    dhcp6: false
                    accept-ra: false
                    addresses: ["192.168.7.9/32", "fd00::7/64"]
                    gateway6: "fe80::1"
                    routes:
                      - to: "169.254.1.1/32"
                        scope: link
                      - to: "0.0.0.0/0"
                        via: "169.254.1.1"
                        on-link: true
                      - to: "fd02::1/128"
                        scope: link
                      - to: "fd01::/64"
                        via: "fd02::1"
                        on-link: true
                    nameservers:
                      addresses: ["10.96.0.10", "fd00::a"]
                      search: ["shop.local", "local"]""");
    }

    @Test
    void isYaml() {
        Map<String, ?> settings = settings(DUAL_STACK);
        assertThat(settings.get("match")).isEqualTo(Map.of("macaddress", "0a:58:0a:f4:01:07"));
        assertThat(settings.get("addresses")).isEqualTo(List.of("192.168.7.9/32", "fd00::7/64"));
        assertThat(settings.get("mtu")).isEqualTo(1450);
        assertThat(settings.get("nameservers")).isEqualTo(
                Map.of("addresses", List.of("10.96.0.10", "fd00::a"), "search", List.of("shop.local", "local")));
        assertThat(settings.get("routes")).asInstanceOf(InstanceOfAssertFactories.LIST)
                .contains(Map.of("to", "fd01::/64", "via", "fd02::1", "on-link", true),
                        Map.of("to", "0.0.0.0/0", "via", "169.254.1.1", "on-link", true),
                        Map.of("to", "169.254.1.1/32", "scope", "link"));
    }

    @Test
    void ofAGatewayInTheSubnetTheRouteIsAnOrdinaryOne() {
        assertThat(text(Guest.of(List.of(via("0.0.0.0/0", "10.244.1.1")), "10.244.1.7/24")))
                .endsWith("- to: \"0.0.0.0/0\"\n        via: \"10.244.1.1\"")
                .doesNotContain("nameservers");
    }

    @Test
    void anIpv6GatewayOffTheLinkIsSaidToBeOnIt() {
        assertThat(text(Guest.of(List.of(via("::/0", "fd02::1")), "fd00::7/128"))).doesNotContain("gateway6")
                .endsWith("- to: \"::/0\"\n        via: \"fd02::1\"\n        on-link: true");
    }

    @Test
    void aGuestThatBringsItsOwnAddressIsToldOfMacAndMtu() {
        assertThat(settings(Guest.of(List.of()))).containsOnlyKeys("match", "set-name", "mtu");
    }

    @Test
    void warningsAreComments() {
        DhcpConfig config = Guest.of(List.of(), "10.0.0.5/24", "10.0.0.6/24");
        assertThat(text(config)).startsWith("# warning: the guest does not get the address 10.0.0.6/24");
        assertThat(settings(config).get("addresses")).isEqualTo(List.of("10.0.0.5/24"));
    }
}
