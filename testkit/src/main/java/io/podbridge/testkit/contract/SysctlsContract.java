package io.podbridge.testkit.contract;

import io.podbridge.netlink.FailureKind;
import io.podbridge.netlink.model.InterfaceAddress;
import io.podbridge.netlink.model.IpFamily;
import io.podbridge.netlink.model.LinkId;
import io.podbridge.netlink.model.Sysctl;
import io.podbridge.netlink.request.AddressAdd;
import io.podbridge.netlink.request.AddressReplace;
import io.podbridge.netlink.request.LinkChange;
import io.podbridge.netlink.request.LinkDelete;
import io.podbridge.netlink.request.RouteAppend;
import io.podbridge.netlink.request.SysctlSet;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

abstract class SysctlsContract extends PodContract {
    // IPv4 settings of a new namespace may be those of the host, so no case takes the kernel's defaults for granted.
    private static final Sysctl ALL_ARP_IGNORE = Sysctl.of("net", "ipv4", "conf", "all", "arp_ignore");
    private static final Sysctl NONLOCAL_BIND = Sysctl.of("net", "ipv4", "ip_nonlocal_bind");
    private static final Sysctl FORWARD = Sysctl.of("net", "ipv4", "ip_forward");

    SysctlsContract(Supplier<ContractNamespace> namespaces) {
        super(namespaces);
    }

    @BeforeEach
    final void needWritableSysctls() {
        Requirement.writableSysctls(handler());
    }

    @Test
    void aSettingIsReadAsItWasWritten() {
        handler().execute(new SysctlSet(FORWARD, "1"));
        assertThat(handler().sysctl(FORWARD)).contains("1");

        handler().execute(new SysctlSet(FORWARD, "0"));
        assertThat(handler().sysctl(FORWARD)).contains("0");
    }

    @Test
    void aSettingIsThatOfItsOwnNamespace() {
        handler().execute(new SysctlSet(NONLOCAL_BIND, "0"));
        try (ContractNamespace second = newNamespace(); var other = second.open()) {
            other.execute(new SysctlSet(NONLOCAL_BIND, "1"));

            assertThat(other.sysctl(NONLOCAL_BIND)).contains("1");
            assertThat(handler().sysctl(NONLOCAL_BIND)).contains("0");
        }
    }

    @Test
    void aSettingOfOneLinkIsThatLinksAlone() {
        handler().execute(new SysctlSet(arpIgnore(id("peer0")), "0"));

        handler().execute(new SysctlSet(arpIgnore(nic()), "1"));

        assertThat(handler().sysctl(arpIgnore(nic()))).contains("1");
        assertThat(handler().sysctl(arpIgnore(id("peer0")))).contains("0");
        assertThat(link(nic()).arpIgnore()).hasValue(1);
    }

    @Test
    void theLinksNameMayHaveDots() {
        LinkId bridge = addBridge("br0.1.2");

        handler().execute(new SysctlSet(arpIgnore(bridge), "2"));

        assertThat(handler().sysctl(arpIgnore(bridge))).contains("2");
    }

    @Test
    void theLinkIsFoundByItsIndexAfterItWasRenamed() {
        set(nic(), new LinkChange.Down(), new LinkChange.Name("eth0-nic"));
        LinkId other = addBridge("eth0");
        set(other, new LinkChange.ArpIgnore(0));

        handler().execute(new SysctlSet(arpIgnore(nic()), "1"));

        assertThat(link(nic()).arpIgnore()).hasValue(1);
        assertThat(link(other).arpIgnore()).hasValue(0);
    }

    @Test
    void arpIgnoreSetByNetlinkIsSeenAsASetting() {
        handler().execute(new SysctlSet(ALL_ARP_IGNORE, "0"));

        set(nic(), new LinkChange.ArpIgnore(1));

        assertThat(handler().sysctl(arpIgnore(nic()))).contains("1");
        assertThat(handler().sysctl(ALL_ARP_IGNORE)).contains("0");
    }

    @Test
    void kubeVirtsVerbSetsArpIgnoreOfTheWholeNamespace() {
        handler().execute(new SysctlSet(ALL_ARP_IGNORE, "0"));

        handler().configureIpv4ArpIgnore();

        assertThat(handler().sysctl(ALL_ARP_IGNORE)).contains("1");
    }

    @Test
    void aSettingThatTheKernelDoesNotHaveIsAbsentAndSettingItIsNotFound() {
        Sysctl unknown = Sysctl.ofLink(IpFamily.IPV4, nic(), "nosuch");

        assertThat(handler().sysctl(unknown)).isEmpty();
        refused(FailureKind.NOT_FOUND, new SysctlSet(unknown, "1"));
    }

    @Test
    void aSettingOfALinkThatIsNotThereIsAbsentAndSettingItIsNotFound() {
        assertThat(handler().sysctl(arpIgnore(gone()))).isEmpty();
        refused(FailureKind.NOT_FOUND, new SysctlSet(arpIgnore(gone()), "1"));
    }

    @Test
    void aValueThatTheKernelDoesNotTakeIsInvalid() {
        handler().execute(new SysctlSet(arpIgnore(nic()), "2"));

        refused(FailureKind.INVALID, new SysctlSet(arpIgnore(nic()), "many"));

        assertThat(handler().sysctl(arpIgnore(nic()))).contains("2");
    }

    @Test
    void aLinkWhereIpv6IsDisabledLosesItsIpv6AddressesAndTakesNone() {
        handler().execute(new SysctlSet(disableIpv6(), "1"));

        assertThat(link(nic()).ipv6Disabled()).contains(true);
        assertThat(addresses(nic())).extracting(InterfaceAddress::family).containsExactly(IpFamily.IPV4);
        refused(FailureKind.UNSUPPORTED, new AddressAdd(nic(), Samples.address(nic(), "fd00::8/64")));
        refused(FailureKind.UNSUPPORTED, new AddressReplace(nic(), Samples.address(nic(), "fd00::8/64")));
    }

    @Test
    void aLinkWhereIpv6IsDisabledTakesNoIpv6Route() {
        handler().execute(new SysctlSet(disableIpv6(), "1"));

        refused(FailureKind.UNSUPPORTED, Samples.replace(Samples.direct(nic(), "fd01::/64")));
        refused(FailureKind.UNSUPPORTED, new RouteAppend(Samples.direct(nic(), "fd01::/64").build(), Map.of()));
    }

    @Test
    void aLinkWhereIpv6IsEnabledAgainTakesIpv6Addresses() {
        handler().execute(new SysctlSet(disableIpv6(), "1"));
        handler().execute(new SysctlSet(disableIpv6(), "0"));

        handler().addrAdd(nic(), Samples.address(nic(), "fd00::8/64"));

        assertThat(link(nic()).ipv6Disabled()).contains(false);
        assertThat(addresses(nic())).anyMatch(address -> address.prefix().toString().equals("fd00::8/64"));
    }

    private Sysctl disableIpv6() {
        return Sysctl.ofLink(IpFamily.IPV6, nic(), "disable_ipv6");
    }

    private static Sysctl arpIgnore(LinkId link) {
        return Sysctl.ofLink(IpFamily.IPV4, link, "arp_ignore");
    }

    @Test
    void aSettingOfSeveralWordsHasNoWhiteSpaceAroundIt() {
        handler().execute(new SysctlSet(Sysctl.of("net", "ipv4", "ip_local_port_range"), "20000 30000"));

        assertThat(handler().sysctl(Sysctl.of("net", "ipv4", "ip_local_port_range")).orElse("").split("\\s+"))
                .containsExactly("20000", "30000");
    }

    @Test
    void repeatingASettingIsHarmless() {
        handler().execute(new SysctlSet(FORWARD, "1"));
        handler().execute(new SysctlSet(FORWARD, "1"));

        assertThat(handler().sysctl(FORWARD)).contains("1");
    }

    @Test
    void aSettingGoesWithItsLink() {
        LinkId bridge = addBridge("br0");
        assertThat(handler().sysctl(arpIgnore(bridge))).isPresent();

        handler().execute(new LinkDelete(bridge));

        assertThat(handler().sysctl(arpIgnore(bridge))).isEmpty();
    }
}
