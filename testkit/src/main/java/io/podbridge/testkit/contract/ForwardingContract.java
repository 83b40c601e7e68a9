package io.podbridge.testkit.contract;

import io.podbridge.netlink.model.InterfaceAddress;
import io.podbridge.netlink.model.IpFamily;
import io.podbridge.netlink.model.LinkId;
import io.podbridge.netlink.model.Route;
import io.podbridge.netlink.model.RouteType;
import io.podbridge.netlink.model.Sysctl;
import io.podbridge.netlink.request.LinkChange;
import io.podbridge.netlink.request.SysctlSet;
import io.podbridge.testkit.netns.Eventually;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The settings that are given on to others, and those that IPv6 heeds at once. */
abstract class ForwardingContract extends PodContract {
    /** {@code RTNH_F_LINKDOWN} of {@code linux/rtnetlink.h}. */
    private static final int LINKDOWN = 16;
    private static final Sysctl IP_FORWARD = Sysctl.of("net", "ipv4", "ip_forward");

    ForwardingContract(Supplier<ContractNamespace> namespaces) {
        super(namespaces);
    }

    @BeforeEach
    final void needWritableSysctls() {
        Requirement.writableSysctls(handler());
    }

    @Test
    void ipForwardIsTheForwardingOfAllLinksOfNewOnesAndOfEach() {
        write(IP_FORWARD, "0");

        write(IP_FORWARD, "1");

        for (Sysctl each : List.of(of("ipv4", "all"), of("ipv4", "default"), ofLink(IpFamily.IPV4, nic()),
                ofLink(IpFamily.IPV4, addBridge("br0")))) {
            assertThat(handler().sysctl(each)).as(each.toString()).contains("1");
        }
        write(of("ipv4", "all"), "0");
        assertThat(handler().sysctl(IP_FORWARD)).contains("0");
        assertThat(handler().sysctl(ofLink(IpFamily.IPV4, nic()))).contains("0");
    }

    @Test
    void oneLinkMayForwardIpv4OrNotWhateverTheOthersDo() {
        write(IP_FORWARD, "0");
        write(IP_FORWARD, "1");

        write(ofLink(IpFamily.IPV4, nic()), "0");
        write(IP_FORWARD, "1");

        assertThat(handler().sysctl(ofLink(IpFamily.IPV4, nic()))).contains("0");
        assertThat(handler().sysctl(ofLink(IpFamily.IPV4, id("peer0")))).contains("1");
    }

    @Test
    void theIpv6ForwardingOfAllLinksIsThatOfNewOnesAndOfEach() {
        write(of("ipv6", "all"), "1");

        assertThat(handler().sysctl(of("ipv6", "default"))).contains("1");
        assertThat(handler().sysctl(ofLink(IpFamily.IPV6, nic()))).contains("1");
        write(ofLink(IpFamily.IPV6, nic()), "0");
        assertThat(handler().sysctl(of("ipv6", "all"))).contains("1");
        assertThat(handler().sysctl(ofLink(IpFamily.IPV6, id("peer0")))).contains("1");
    }

    @Test
    void whereIpv6ForwardsEachSubnetHasAnAddressForItsRouters() {
        addUsable("fd00::8/64");
        write(ofLink(IpFamily.IPV6, nic()), "1");
        addUsable("fd01::7/64");
        addUsable("fd02::7/128");
        Eventually.holds("both subnets have one", () -> anycasts().containsAll(List.of("fd00::/128", "fd01::/128")));
        assertThat(anycasts()).doesNotContain("fd02::7/128");

        handler().addrDel(nic(), Samples.address(nic(), "fd00::8/64"));
        handler().addrDel(nic(), Samples.address(nic(), "fd01::7/64"));
        assertThat(anycasts()).contains("fd00::/128").doesNotContain("fd01::/128");
        write(ofLink(IpFamily.IPV6, nic()), "0");
        assertThat(anycasts()).doesNotContain("fd00::/128");
    }

    @Test
    void theAddressForRoutersIsReachedWithoutACarrierAsTheNamespacesOwnAre() {
        write(ofLink(IpFamily.IPV6, nic()), "1");
        Eventually.holds("the subnet has one", () -> anycasts().contains("fd00::/128"));
        awaitUse("fd00::7/128");

        set(id("peer0"), new LinkChange.Down());

        Eventually.holds("the subnet is out of reach", () -> isOutOfReach(only("fd00::/64")));
        assertThat(isOutOfReach(only("fd00::/128"))).isFalse();
        assertThat(isOutOfReach(only("fd00::7/128"))).isFalse();
    }

    private static boolean isOutOfReach(Route route) {
        return route.nextHops().stream().allMatch(hop -> (hop.flags() & LINKDOWN) != 0);
    }

    /** The kernel begins to use an address a moment after it was given, and one that goes before that takes another one's anycast address. */
    private void addUsable(String prefix) {
        handler().addrAdd(nic(), Samples.address(nic(), prefix));
        awaitUse(prefix.substring(0, prefix.indexOf('/')) + "/128");
    }

    private void awaitUse(String host) {
        Eventually.holds(host + " is used",
                () -> routes(host).stream().anyMatch(route -> route.type().equals(RouteType.LOCAL)));
    }

    @Test
    void ipv6AddressesStayOnALinkThatGoesDownWhereTheyAreKept() {
        write(Sysctl.ofLink(IpFamily.IPV6, nic(), "keep_addr_on_down"), "1");

        set(nic(), new LinkChange.Down());

        assertThat(addresses(nic())).extracting(InterfaceAddress::prefix).extracting(Object::toString)
                .containsExactly("10.244.1.7/24", "fd00::7/64");
        assertThat(routes("fd00::7/128")).isEmpty();
        set(nic(), new LinkChange.Up());
        Eventually.holds("the address is used again", () -> routes("fd00::7/128").size() == 1);
        assertThat(routes("fd00::/64")).hasSize(1);
    }

    private List<String> anycasts() {
        return handler().routeList().stream().filter(route -> route.type().equals(RouteType.ANYCAST)).map(Route::destination)
                .map(Object::toString).toList();
    }

    private void write(Sysctl key, String value) {
        handler().execute(new SysctlSet(key, value));
    }

    private static Sysctl of(String family, String links) {
        return Sysctl.of("net", family, "conf", links, "forwarding");
    }

    private static Sysctl ofLink(IpFamily family, LinkId link) {
        return Sysctl.ofLink(family, link, "forwarding");
    }
}
