package io.podbridge.testkit.contract;

import io.podbridge.netlink.FailureKind;
import io.podbridge.netlink.model.IpFamily;
import io.podbridge.netlink.model.Sysctl;
import io.podbridge.netlink.request.LinkChange;
import io.podbridge.netlink.request.SysctlSet;
import io.podbridge.testkit.netns.Eventually;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

abstract class SettingValuesContract extends PodContract {
    private static final Sysctl PORTS = Sysctl.of("net", "ipv4", "ip_local_port_range");

    SettingValuesContract(Supplier<ContractNamespace> namespaces) {
        super(namespaces);
    }

    @BeforeEach
    final void needWritableSysctls() {
        Requirement.writableSysctls(handler());
    }

    @Test
    void aNumberIsWrittenAsInCAndWhatStandsBehindItIsNotLookedAt() {
        Map.of("0x1", "1", "007", "7", "010", "8", "1 2", "1", "-1", "-1", " 3", "3").forEach((written, read) -> {
            handler().execute(new SysctlSet(ipv4("arp_ignore"), written));

            assertThat(handler().sysctl(ipv4("arp_ignore"))).as("after \"%s\"", written).contains(read);
            assertThat(link(nic()).arpIgnore()).hasValue(Integer.parseInt(read));
        });
    }

    @Test
    void whatIsNoNumberOfTheKernelsIsInvalid() {
        handler().execute(new SysctlSet(ipv4("arp_ignore"), "2"));

        for (String written : List.of("", "-", "+1", "1x", "1,2", "09", "2147483648", "99999999999", "99999999999999999999999")) {
            refused(FailureKind.INVALID, new SysctlSet(ipv4("arp_ignore"), written));
        }

        assertThat(link(nic()).arpIgnore()).hasValue(2);
    }

    @Test
    void aNumberOutOfTheRangeOfItsSettingIsInvalid() {
        for (String hops : List.of("0", "256", "-1")) {
            refused(FailureKind.INVALID, new SysctlSet(ipv6("hop_limit"), hops));
        }
        refused(FailureKind.INVALID, new SysctlSet(ipv6("mtu"), "500"));
        refused(FailureKind.INVALID, new SysctlSet(ipv6("mtu"), "1501"));
        refused(FailureKind.INVALID, new SysctlSet(ipv6("addr_gen_mode"), "7"));
        refused(FailureKind.INVALID, new SysctlSet(Sysctl.of("net", "ipv4", "ip_default_ttl"), "0"));
        refused(FailureKind.INVALID, new SysctlSet(Sysctl.of("net", "ipv6", "bindv6only"), "256"));

        handler().execute(new SysctlSet(ipv6("hop_limit"), "255"));
        assertThat(handler().sysctl(ipv6("hop_limit"))).contains("255");
    }

    @Test
    void aSettingOfTwoNumbersTakesThemInOrder() {
        handler().execute(new SysctlSet(PORTS, "20000 0x7530 5"));

        refused(FailureKind.INVALID, new SysctlSet(PORTS, "30000 20000"));
        refused(FailureKind.INVALID, new SysctlSet(PORTS, "20000 70000"));
        refused(FailureKind.INVALID, new SysctlSet(PORTS, "20000 30000x"));

        assertThat(handler().sysctl(PORTS)).contains("20000\t30000");
    }

    @Test
    void theMtuOfIpv6IsThatOfTheLinkAndFollowsIt() {
        assertThat(handler().sysctl(ipv6("mtu"))).contains("1500");
        handler().execute(new SysctlSet(ipv6("mtu"), "1400"));
        assertThat(handler().sysctl(ipv6("mtu"))).contains("1400");

        set(nic(), new LinkChange.Mtu(1450));
        assertThat(handler().sysctl(ipv6("mtu"))).contains("1450");

        handler().execute(new SysctlSet(ipv6("mtu"), "1400"));
        set(nic(), new LinkChange.Down());
        set(nic(), new LinkChange.Up());
        Eventually.holds("it is that of the link again", () -> handler().sysctl(ipv6("mtu")).equals(Optional.of("1450")));
    }

    @Test
    void theLoopbackLooksForNoDuplicatesAndNeedsNoPolicy() {
        assertThat(handler().sysctl(Sysctl.ofLink(IpFamily.IPV6, id("lo"), "accept_dad"))).contains("-1");
        assertThat(handler().sysctl(Sysctl.ofLink(IpFamily.IPV6, id("lo"), "use_tempaddr"))).contains("-1");
        assertThat(handler().sysctl(Sysctl.ofLink(IpFamily.IPV4, id("lo"), "disable_policy"))).contains("1");
        assertThat(handler().sysctl(Sysctl.ofLink(IpFamily.IPV4, id("lo"), "disable_xfrm"))).contains("1");
    }

    private Sysctl ipv4(String setting) {
        return Sysctl.ofLink(IpFamily.IPV4, nic(), setting);
    }

    private Sysctl ipv6(String setting) {
        return Sysctl.ofLink(IpFamily.IPV6, nic(), setting);
    }
}
