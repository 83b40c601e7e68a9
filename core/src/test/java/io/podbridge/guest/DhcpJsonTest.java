package io.podbridge.guest;

import io.podbridge.binding.BridgeBinding;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class DhcpJsonTest {
    private static final String DUAL_STACK = "{\"ipamDisabled\":false,\"mac\":\"0a:58:0a:f4:01:05\",\"address\":\"192.168.7.9/32\","
            + "\"gateway\":\"169.254.1.1\",\"routes\":[{\"destination\":\"169.254.1.1/32\"},"
            + "{\"destination\":\"0.0.0.0/0\",\"gateway\":\"169.254.1.1\"}],\"mtu\":1450,\"addresses6\":[\"fd00::9/64\"],"
            + "\"gateway6\":\"fe80::1\",\"routes6\":[{\"destination\":\"fd01::/64\",\"gateway\":\"fd00::1\"}],"
            + "\"serverAddress\":\"169.254.75.10\",\"leaseTime\":4294967295,\"warnings\":[\"the guest does not get the address 192.168.7.10/32: DHCP gives out"
            + " one IPv4 address, which is 192.168.7.9/32\"]";

    private final DiscoveredPod pod = new DiscoveredPod().address("192.168.7.9/32").address("192.168.7.10/32")
            .address("fd00::9/64")
            .via("0.0.0.0/0", "169.254.1.1").onLink("169.254.1.1/32").via("::/0", "fe80::1").via("fd01::/64", "fd00::1");

    @Test
    void namesEveryPart() {
        assertThat(pod.dhcp().toJson()).isEqualTo(DUAL_STACK + "}");
    }

    @Test
    void holdsTheInterfaceOfTheDomainIfAsked() {
        DomainInterface domain = DomainInterface.of(pod.build(), BridgeBinding.of("eth0"));
        assertThat(pod.dhcp().toJson(domain)).isEqualTo(DUAL_STACK
                + ",\"domainInterface\":{\"mac\":\"0a:58:0a:f4:01:05\",\"target\":\"tap0\",\"mtu\":1450,\"model\":\"virtio\"}}");
    }
}
