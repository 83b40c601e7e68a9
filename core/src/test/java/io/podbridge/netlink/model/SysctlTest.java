package io.podbridge.netlink.model;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class SysctlTest {
    private static final LinkId VLAN = new LinkId(7, "eth0.100");

    @Test
    void aDotInALinksNameIsNoSeparator() {
        Sysctl key = Sysctl.ofLink(IpFamily.IPV4, VLAN, "arp_ignore");
        assertThat(key.segments()).containsExactly("net", "ipv4", "conf", "eth0.100", "arp_ignore");
        assertThat(key.path()).isEqualTo("/proc/sys/net/ipv4/conf/eth0.100/arp_ignore");
        assertThat(key).hasToString("net/ipv4/conf/eth0.100/arp_ignore");
    }

    @Test
    void followsItsLinkToAnotherName() {
        Sysctl key = Sysctl.ofLink(IpFamily.IPV6, VLAN, "disable_ipv6");
        assertThat(key.withLinkName("eth0-nic")).isEqualTo(Sysctl.ofLink(IpFamily.IPV6, VLAN.named("eth0-nic"), "disable_ipv6"));
        Sysctl whole = Sysctl.of("net", "ipv4", "ip_forward");
        assertThat(whole.withLinkName("eth0-nic")).isEqualTo(whole);
    }

    @Test
    void isOfALinkOrOfTheWholeNamespace() {
        assertThat(Sysctl.ofLink(IpFamily.IPV4, VLAN, "arp_ignore").link()).contains(VLAN);
        Sysctl byName = Sysctl.of("net", "ipv4", "conf", "eth0.100", "arp_ignore");
        assertThat(byName.link()).isEmpty();
        assertThat(byName).isNotEqualTo(Sysctl.ofLink(IpFamily.IPV4, VLAN, "arp_ignore"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "..", "../kernel", "a/b"})
    void refusesASegmentThatLeadsElsewhere(String segment) {
        assertThatIllegalArgumentException().isThrownBy(() -> Sysctl.of("net", segment, "ip_forward"))
                .withMessage("not a segment of a sysctl's path: \"" + segment + "\"");
    }
}
