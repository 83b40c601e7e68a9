package io.podbridge.netlink.request;

import io.podbridge.netlink.model.IpAddress;
import io.podbridge.netlink.model.IpPrefix;
import io.podbridge.netlink.model.NextHop;
import io.podbridge.netlink.model.RawAttribute;
import io.podbridge.netlink.model.Route;
import io.podbridge.netlink.model.RouteProtocol;
import io.podbridge.netlink.model.RouteType;
import io.podbridge.netlink.model.Scope;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class RouteReplaceTest {
    private static final Map<Integer, String> NAMES = Map.of(3, "eth0");

    @Test
    void viaAGateway() {
        assertLine(route("0.0.0.0/0", hop("10.244.1.1").build()).build(),
                "ip route replace default via 10.244.1.1 dev eth0 table 254 proto boot scope global");
    }

    @Test
    void connectedSubnet() {
        Route route = route("10.244.1.0/24", NextHop.builder().linkIndex(3).build()).scope(Scope.LINK).metric(100)
                .protocol(RouteProtocol.KERNEL).preferredSource(IpAddress.parse("10.244.1.7")).build();
        assertLine(route, "ip route replace 10.244.1.0/24 dev eth0 table 254 proto kernel scope link src 10.244.1.7 metric 100");
    }

    @Test
    void gatewayTakenAsReachable() {
        assertLine(route("10.8.0.0/16", hop("169.254.1.1").flags(NextHop.ONLINK).build()).table(100).tos(16).build(),
                "ip route replace 10.8.0.0/16 tos 0x10 via 169.254.1.1 dev eth0 onlink table 100 proto boot scope global");
    }

    @Test
    void gatewayOfTheOtherFamily() {
        assertLine(route("10.8.0.0/16", hop("fe80::1").build()).build(),
                "ip route replace 10.8.0.0/16 via inet6 fe80::1 dev eth0 table 254 proto boot scope global");
        assertLine(route("0.0.0.0/0", hop("fe80::1").build()).build(),
                "ip -4 route replace default via inet6 fe80::1 dev eth0 table 254 proto boot scope global");
    }

    @Test
    void ipv6HasNoScopeButAPreference() {
        Route route = route("::/0", hop("fe80::1").build()).metric(1024).preference(1).expiresSeconds(1800).build();
        assertLine(route,
                "ip -6 route replace default via fe80::1 dev eth0 table 254 proto boot metric 1024 expires 1800 pref high");
    }

    @Test
    void severalNextHops() {
        Route route = Route.builder(IpPrefix.parse("10.8.0.0/16"))
                .nextHops(List.of(hop("10.0.0.1").build(), hop("10.0.0.2").weight(3).linkIndex(5).build())).build();
        assertLine(route, "ip route replace 10.8.0.0/16 table 254 proto boot scope global nexthop via 10.0.0.1 dev eth0 weight 1"
                + " nexthop via 10.0.0.2 dev if5 weight 3");
    }

    @Test
    void blackhole() {
        assertLine(Route.builder(IpPrefix.parse("10.8.0.0/16")).type(RouteType.BLACKHOLE).build(),
                "ip route replace blackhole 10.8.0.0/16 table 254 proto boot scope global");
    }

    @Test
    void metricsWithTheirLocks() {
        Route route = route("10.8.0.0/16", hop("10.0.0.1").build()).metrics(Map.of(2, 1400L, 8, 1360L)).lockedMetrics(1L << 2)
                .congestionControl("bbr").build();
        assertLine(route, "ip route replace 10.8.0.0/16 via 10.0.0.1 dev eth0 table 254 proto boot scope global mtu lock 1400"
                + " advmss 1360 congctl bbr");
    }

    @Test
    void metricsThatIpKnowsNoLockOf() {
        Route route = route("10.8.0.0/16", hop("10.0.0.1").build()).metrics(Map.of(12, 1L, 13, 40L, 15, 1L))
                .lockedMetrics(1L << 13 | 1L << 15).build();
        assertLine(route,
                "ip route replace 10.8.0.0/16 via 10.0.0.1 dev eth0 table 254 proto boot scope global rto_min 40 quickack 1"
                        + " features ecn");
    }

    @Test
    void onlyThreePreferencesHaveWords() {
        Route.Builder route = route("::/0", hop("fe80::1").build());
        for (int preference : new int[] {0, 1, 3}) {
            assertThat(unsaid(route.preference(preference))).isEmpty();
        }
        assertThat(unsaid(route.preference(2))).containsExactly("such a preference of a route");
    }

    @Test
    void numbersHaveThirtyTwoBits() {
        Route.Builder route = route("10.8.0.0/16", hop("10.0.0.1").build());
        assertThat(route.metric(0xffff_ffffL).build().metric()).hasValue(0xffff_ffffL);
        for (long number : new long[] {-1, 0x1_0000_0000L}) {
            assertThatIllegalArgumentException().isThrownBy(() -> route.metric(number));
            assertThatIllegalArgumentException().isThrownBy(() -> route.table(number));
            assertThatIllegalArgumentException().isThrownBy(() -> route.nextHopId(number));
            assertThatIllegalArgumentException().isThrownBy(() -> route.expiresSeconds(number));
        }
    }

    @Test
    void whatIpHasNoWordsForIsNamed() {
        assertThat(unsaid(route("10.8.0.0/16", hop("10.0.0.1").build()).metrics(Map.of(2, 1400L, 12, 1L)).lockedMetrics(4)))
                .isEmpty();
        NextHop encapsulated = hop("10.0.0.1").encap(new RawAttribute(1, new byte[4])).flags(2).build();
        assertThat(unsaid(route("10.8.0.0/16", encapsulated))).containsExactly("an encapsulation",
                "flags of a way other than onlink");
        assertThat(unsaid(route("10.8.0.0/16", hop("10.0.0.1").build()).metrics(Map.of(12, 3L)).lockedMetrics(1 << 8)))
                .containsExactly("metrics of a route that are known by number alone", "such locks of metrics");
        assertThat(unsaid(route("10.8.0.0/16", hop("10.0.0.1").build()).metrics(Map.of(13, 40L))))
                .containsExactly("such locks of metrics");
        assertThat(unsaid(route("10.8.0.0/16", hop("10.0.0.1").build()).type(new RouteType(40))
                .unknownAttributes(List.of(new RawAttribute(11, new byte[4]))))).hasSize(2);
    }

    private static List<String> unsaid(Route.Builder route) {
        return new RouteReplace(route.build(), NAMES).unsaid();
    }

    private static Route.Builder route(String destination, NextHop hop) {
        return Route.builder(IpPrefix.parse(destination)).nextHops(List.of(hop));
    }

    private static NextHop.Builder hop(String gateway) {
        return NextHop.builder().linkIndex(3).gateway(IpAddress.parse(gateway));
    }

    private static void assertLine(Route route, String line) {
        assertThat(new RouteReplace(route, NAMES).commands()).extracting(Command::toString).containsExactly(line);
    }
}
