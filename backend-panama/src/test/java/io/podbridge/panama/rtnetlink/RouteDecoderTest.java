package io.podbridge.panama.rtnetlink;

import io.podbridge.netlink.model.IpAddress;
import io.podbridge.netlink.model.IpFamily;
import io.podbridge.netlink.model.IpPrefix;
import io.podbridge.netlink.model.NextHop;
import io.podbridge.netlink.model.RawAttribute;
import io.podbridge.netlink.model.Route;
import io.podbridge.netlink.model.RouteProtocol;
import io.podbridge.netlink.model.RouteType;
import io.podbridge.netlink.model.Scope;
import io.podbridge.panama.wire.GoldenMessage;
import io.podbridge.panama.wire.MessageWriter;
import io.podbridge.panama.wire.Messages;
import io.podbridge.panama.wire.WireException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class RouteDecoderTest {
    private static final RouteProtocol DHCP = new RouteProtocol(16);
    private static final int RTA_FLOW = 11;
    private static final int RTAX_ADVMSS = 8;
    private static final int LWTUNNEL_ENCAP_SEG6 = 5;
    private static final int DEAD_AND_LINKDOWN = 0x11;

    @Test
    void readsTheDefaultRoute() {
        assertThat(golden("route-v4-default")).contains(Route.builder(IpPrefix.all(IpFamily.IPV4)).protocol(DHCP).metric(100)
                .preferredSource(IpAddress.parse("10.244.1.7")).nextHops(List.of(hop(7, "10.244.1.1").build())).build());
        assertThat(golden("route-v6-default")).contains(v6("::/0").nextHops(List.of(hop(7, "fe80::1").build())).build());
    }

    @Test
    void readsAnOnLinkRoute() {
        assertThat(golden("route-v4-onlink"))
                .contains(v4("10.96.0.0/12").nextHops(List.of(hop(7, "169.254.1.1").flags(NextHop.ONLINK).build())).build());
    }

    @Test
    void readsMetricsAndATableThatDoesNotFitIntoTheHeader() {
        assertThat(golden("route-v4-metrics")).contains(v4("10.97.0.0/16").table(1000)
                .metrics(Map.of(Route.METRIC_MTU, 1400L, RTAX_ADVMSS, 1360L)).lockedMetrics(1 << Route.METRIC_MTU)
                .congestionControl("cubic").nextHops(List.of(hop(7, "10.244.1.1").build())).build());
    }

    @Test
    void readsSeveralNextHops() {
        assertThat(golden("route-v4-multipath")).contains(v4("10.98.0.0/16").protocol(RouteProtocol.STATIC)
                .nextHops(List.of(hop(7, "10.244.1.1").build(), hop(12, "10.8.0.1").weight(3).flags(NextHop.ONLINK).build()))
                .build());
        Optional<Route> v6 = golden("route-v6-multipath");
        assertThat(v6.orElseThrow().nextHops()).containsExactly(hop(7, "fd00:10:244:1::1").weight(2).build(),
                hop(12, "fe80::2").build());
    }

    @Test
    void readsAnIpv6NextHopOfAnIpv4Route() {
        assertThat(golden("route-v4-via-inet6"))
                .contains(v4("10.100.0.0/16").nextHops(List.of(hop(7, "fe80::1").build())).build());
    }

    @Test
    void readsARouteThatLeadsNowhere() {
        assertThat(golden("route-v4-blackhole")).contains(v4("10.101.0.0/16").type(RouteType.BLACKHOLE).metric(7).build());
    }

    @Test
    void keepsWhatItDoesNotKnow() {
        assertThat(golden("route-v4-realms")).contains(v4("10.102.0.0/16").nextHops(List.of(hop(7, "10.244.1.1").build()))
                .unknownAttributes(List.of(new RawAttribute(RTA_FLOW, new byte[] {4, 0, 3, 0}))).build());
    }

    @Test
    void readsARouteThroughANextHopObject() {
        assertThat(golden("route-v4-nexthop-object"))
                .contains(v4("10.103.0.0/16").nextHopId(10).nextHops(List.of(hop(7, "10.244.1.1").build())).build());
    }

    @Test
    void readsARouteOfATypeOfService() {
        assertThat(golden("route-v4-tos")).contains(v4("10.104.0.0/16").tos(0x10).scope(Scope.LINK).nextHops(through(7)).build());
    }

    @Test
    void readsTheRoutesThatTheKernelMakesForAnAddress() {
        IpAddress source = IpAddress.parse("10.244.1.7");
        Route.Builder connected = v4("10.244.1.0/24").protocol(RouteProtocol.KERNEL).scope(Scope.LINK).preferredSource(source)
                .nextHops(through(7));
        assertThat(golden("route-v4-connected")).contains(connected.metric(50).build());
        Route.Builder local = v4("10.244.1.7/32").table(Route.LOCAL_TABLE).protocol(RouteProtocol.KERNEL).preferredSource(source)
                .nextHops(through(7));
        assertThat(golden("route-v4-local")).contains(local.type(RouteType.LOCAL).scope(Scope.HOST).build());
        assertThat(golden("route-v4-broadcast")).contains(local.destination(IpPrefix.parse("10.244.1.255/32"))
                .type(RouteType.BROADCAST).scope(Scope.LINK).build());
    }

    @Test
    void readsTheRoutesThatTheKernelMakesForAnIpv6Address() {
        assertThat(golden("route-v6-connected")).contains(v6("fd00:10:244:1::/64").nextHops(through(7)).build());
        Route.Builder local = v6("fd00:10:244:1::7/128").table(Route.LOCAL_TABLE).protocol(RouteProtocol.KERNEL)
                .nextHops(through(7));
        assertThat(golden("route-v6-local")).contains(local.type(RouteType.LOCAL).metric(0).build());
        assertThat(golden("route-v6-multicast"))
                .contains(local.destination(IpPrefix.parse("ff00::/8")).type(RouteType.MULTICAST).metric(256).build());
    }

    @Test
    void readsPreferenceAndExpiry() {
        assertThat(golden("route-v6-expires")).contains(v6("fd00:20::/48").metric(30).preference(1).expiresSeconds(593)
                .preferredSource(IpAddress.parse("fd00:10:244:1::7")).metrics(Map.of(Route.METRIC_MTU, 1400L))
                .nextHops(List.of(hop(7, "fd00:10:244:1::1").build())).build());
    }

    @Test
    void keepsAnEncapsulationAsItIs() {
        byte[] seg6 = HexFormat.of().parseHex("30000100" + "01000000" + "0004040101000000"
                + "fc000000000000000000000000000002" + "fc000000000000000000000000000001");
        assertThat(golden("route-v6-encap")).contains(v6("fd00:22::/48").nextHops(List.of(NextHop.builder().linkIndex(7)
                .encap(new RawAttribute(LWTUNNEL_ENCAP_SEG6, seg6)).build())).build());
    }

    @Test
    void readsTheSourcePrefixOfARoute() {
        assertThat(golden("route-v6-from")).contains(v6("fd00:23::/48").sourcePrefix(IpPrefix.parse("fd00:10:244:1::/64"))
                .table(77).nextHops(through(7)).build());
    }

    @Test
    void keepsTheStateOfANextHop() {
        Route route = decode(DEAD_AND_LINKDOWN | 0x4000, body -> body.attribute32(Rta.OIF, 7)).orElseThrow();
        assertThat(route.nextHops()).containsExactly(NextHop.builder().linkIndex(7).flags(DEAD_AND_LINKDOWN).build());
    }

    @Test
    void tellsNoMetricFromZero() {
        assertThat(decode(0, body -> {}).orElseThrow().metric()).isEmpty();
        assertThat(decode(0, body -> body.attribute32(Rta.PRIORITY, 0)).orElseThrow().metric()).hasValue(0);
    }

    @ParameterizedTest
    @CsvSource({"59372, 593", "1, 0", "-1, 0", "-4711, 0"})
    void countsExpiryInTicksOfUserSpaceAndAnExpiredRouteAsAtItsEnd(int ticks, long seconds) {
        assertThat(expiring(ticks).expiresSeconds()).hasValue(seconds);
    }

    @Test
    void takesNoTicksForNoExpiry() {
        assertThat(expiring(0).expiresSeconds()).isEmpty();
    }

    @Test
    void leavesOutOtherFamiliesAndTheCache() {
        assertThat(decode(Rta.CLONED, body -> {})).isEmpty();
        byte[] mpls = Messages.message(Rtm.NEWROUTE, 0, body -> body.u8(28).u8(20).u16(0).u32(0).u32(0));
        assertThat(RouteDecoder.decode(Messages.first(mpls).payload())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 7, 9, 0xffff})
    void refusesANextHopWhoseLengthDoesNotFit(int length) {
        assertThatExceptionOfType(WireException.class).isThrownBy(() -> decode(0, body -> {
            int hops = body.nest(Rta.MULTIPATH);
            body.u16(length).u8(0).u8(0).u32(7).unnest(hops);
        }));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 7, 17})
    void refusesAGatewayThatIsNoAddress(int length) {
        assertThatExceptionOfType(WireException.class)
                .isThrownBy(() -> decode(0, body -> body.attribute(Rta.GATEWAY, new byte[length])));
        assertThatExceptionOfType(WireException.class)
                .isThrownBy(() -> decode(0, body -> body.attribute(Rta.VIA, new byte[length])));
    }

    private static Route.Builder v4(String destination) {
        return Route.builder(IpPrefix.parse(destination));
    }

    /** What the kernel says of every IPv6 route: a metric, and a preference of medium. */
    private static Route.Builder v6(String destination) {
        return Route.builder(IpPrefix.parse(destination)).metric(1024).preference(0);
    }

    private static NextHop.Builder hop(int link, String gateway) {
        return NextHop.builder().linkIndex(link).gateway(IpAddress.parse(gateway));
    }

    private static List<NextHop> through(int link) {
        return List.of(NextHop.builder().linkIndex(link).build());
    }

    private static Route expiring(int ticks) {
        return decode(0, body -> {
            int info = body.nest(Rta.CACHEINFO);
            body.u32(0).u32(0).u32(ticks).unnest(info);
        }).orElseThrow();
    }

    private static Optional<Route> golden(String name) {
        return RouteDecoder.decode(GoldenMessage.of("answer/" + name).payload());
    }

    private static Optional<Route> decode(int flags, Consumer<MessageWriter> attributes) {
        return RouteDecoder.decode(Messages.first(Messages.message(Rtm.NEWROUTE, 0, body -> {
            body.u8(Rtm.AF_INET).u8(0).u8(0).u8(0).u8(254).u8(3).u8(0).u8(1).u32(flags);
            attributes.accept(body);
        })).payload());
    }
}
