package io.podbridge.guest;

import io.podbridge.binding.BridgeBinding;
import io.podbridge.netlink.model.HardwareAddress;
import io.podbridge.netlink.model.IpAddress;
import io.podbridge.netlink.model.IpPrefix;
import io.podbridge.netlink.model.MacAddress;
import io.podbridge.netlink.model.Route;
import io.podbridge.netlink.model.Scope;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class DhcpConfigTest {

    @Test
    void handsOverAddressMacAndMtuOfTheNic() {
        DhcpConfig config = new DiscoveredPod().address("10.244.1.5/24").dhcp();
        assertThat(config.ipamDisabled()).isFalse();
        assertThat(config.address()).contains(IpPrefix.parse("10.244.1.5/24"));
        assertThat(config.mac()).hasToString("0a:58:0a:f4:01:05");
        assertThat(config.mtu()).isEqualTo(1450);
        assertThat(config.serverAddress()).contains(IpAddress.parse("169.254.75.10"));
        assertThat(config.warnings()).isEmpty();
    }

    @Test
    void aMacAddressOfTheGuestsOwnComesBeforeTheNics() {
        MacAddress own = MacAddress.parse("02:00:00:00:00:01");
        BridgeBinding binding = BridgeBinding.of("eth0").withGuestMac(own);
        assertThat(DhcpConfig.of(new DiscoveredPod().build(), binding, Optional.empty()).mac()).isEqualTo(own);
    }

    @Test
    void withoutAnAddressTheGuestIsToldOfMacAndMtuOnly() {
        DhcpConfig config = new DiscoveredPod().address("fe80::858:aff:fef4:105/64", address -> address.scope(Scope.LINK))
                .via("0.0.0.0/0", "10.244.1.1").via("::/0", "fe80::1").dhcp();
        assertThat(config.toJson()).isEqualTo("{\"ipamDisabled\":true,\"mac\":\"0a:58:0a:f4:01:05\",\"mtu\":1450}");
    }

    @Test
    void furtherIpv4AddressesAreReported() {
        DhcpConfig config = new DiscoveredPod().address("10.0.0.5/24").address("10.0.0.6/24").address("10.0.9.5/24").dhcp();
        assertThat(config.address()).contains(IpPrefix.parse("10.0.0.5/24"));
        assertThat(config.warnings()).containsExactly(
                "the guest does not get the address 10.0.0.6/24: DHCP gives out one IPv4 address, which is 10.0.0.5/24",
                "the guest does not get the address 10.0.9.5/24: DHCP gives out one IPv4 address, which is 10.0.0.5/24");
    }

    @Test
    void anAddressWithAPeerStandsAloneAndThePeerIsOnTheLink() {
        DhcpConfig config = new DiscoveredPod().address("10.0.0.5/24", address -> address.peer(IpAddress.parse("10.0.1.1")))
                .connected("10.0.1.0/24", "10.0.0.5").via("0.0.0.0/0", "10.0.1.1").dhcp();
        assertThat(config.address()).contains(IpPrefix.parse("10.0.0.5/32"));
        assertThat(config.routes()).extracting(GuestRoute::toString).containsExactly("10.0.1.0/24 on-link",
                "0.0.0.0/0 via 10.0.1.1");
    }

    @Test
    void theMtuIsThatOfTheDefaultRouteWhereSmaller() {
        DiscoveredPod pod = new DiscoveredPod().link(link -> link.mtu(1500)).address("10.0.0.5/24");
        assertThat(pod.via("0.0.0.0/0", "10.0.0.1", mtu(1450)).dhcp().mtu()).isEqualTo(1450);
        assertThat(pod.address("fd00::5/64").via("::/0", "fd00::1", mtu(1400)).dhcp().mtu()).isEqualTo(1400);
        assertThat(new DiscoveredPod().address("10.0.0.5/24").via("0.0.0.0/0", "10.0.0.1", mtu(9000)).dhcp().mtu())
                .isEqualTo(1450);
    }

    @Test
    void refusesANicWithoutEthernetAddress() {
        DiscoveredPod pod = new DiscoveredPod().link(link -> link.hardwareAddress(HardwareAddress.of(new byte[4])));
        assertThatIllegalArgumentException().isThrownBy(pod::dhcp)
                .withMessage("the interface \"eth0\" has no Ethernet address for a guest");
    }

    @Test
    void isAValue() {
        DiscoveredPod pod = new DiscoveredPod().address("10.0.0.5/24").via("0.0.0.0/0", "10.0.0.1");
        assertThat(pod.dhcp()).isEqualTo(pod.dhcp()).hasSameHashCodeAs(pod.dhcp());
        assertThat(pod.dhcp()).isNotEqualTo(pod.address("10.0.0.6/24").dhcp());
    }

    private static UnaryOperator<Route.Builder> mtu(long bytes) {
        return route -> route.metrics(Map.of(Route.METRIC_MTU, bytes));
    }
}
