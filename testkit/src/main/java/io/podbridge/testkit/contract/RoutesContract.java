package io.podbridge.testkit.contract;

import io.podbridge.netlink.model.IpAddress;
import io.podbridge.netlink.model.IpPrefix;
import io.podbridge.netlink.model.LinkId;
import io.podbridge.netlink.model.NextHop;
import io.podbridge.netlink.model.Route;
import io.podbridge.netlink.model.RouteProtocol;
import io.podbridge.netlink.model.RouteType;
import io.podbridge.netlink.model.Scope;
import io.podbridge.testkit.netns.Eventually;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

abstract class RoutesContract extends PodContract {

    RoutesContract(Supplier<ContractNamespace> namespaces) {
        super(namespaces);
    }

    @Test
    void anAddressMakesARouteForItsSubnetAndOneForItself() {
        Route subnet = only("10.244.1.0/24");
        assertThat(subnet.protocol()).isEqualTo(RouteProtocol.KERNEL);
        assertThat(subnet.scope()).isEqualTo(Scope.LINK);
        assertThat(subnet.preferredSource()).contains(IpAddress.parse("10.244.1.7"));
        assertThat(subnet.leavesThrough(nic().index())).isTrue();
        assertThat(only("fd00::/64").protocol()).isEqualTo(RouteProtocol.KERNEL);
        // The kernel makes that of IPv6 in a work queue of its own.
        Eventually.holds("fd00::7 is local", () -> !routes("fd00::7/128").isEmpty());
        for (String text : List.of("10.244.1.7/32", "fd00::7/128")) {
            assertThat(only(text).type()).isEqualTo(RouteType.LOCAL);
            assertThat(only(text).table()).isEqualTo(Route.LOCAL_TABLE);
        }
    }

    @Test
    void aRouteByAGatewayIsKept() {
        handler().execute(Samples.replace(Samples.route("0.0.0.0/0", Samples.via(nic(), "10.244.1.1"))));
        handler().execute(Samples.replace(Samples.route("::/0", Samples.via(nic(), "fd00::1"))));

        Route route4 = only("0.0.0.0/0");
        assertThat(route4.type()).isEqualTo(RouteType.UNICAST);
        assertThat(route4.table()).isEqualTo(Route.MAIN_TABLE);
        assertThat(route4.nextHops()).containsExactly(Samples.via(nic(), "10.244.1.1"));
        assertThat(only("::/0").nextHops()).containsExactly(Samples.via(nic(), "fd00::1"));
    }

    @Test
    void anIpv6RouteWithoutAMetricGets1024() {
        handler().execute(Samples.replace(Samples.route("fd01::/64", Samples.via(nic(), "fd00::1"))));

        assertThat(only("fd01::/64").metric()).hasValue(1024);
    }

    @Test
    void replacingChangesTheRouteAndRepeatingItIsHarmless() {
        for (String gateway : List.of("10.244.1.1", "10.244.1.2", "10.244.1.2")) {
            handler().execute(Samples.replace(Samples.route("10.1.0.0/16", Samples.via(nic(), gateway))));
        }
        for (String gateway : List.of("fd00::1", "fd00::2", "fd00::2")) {
            handler().execute(Samples.replace(Samples.route("fd01::/64", Samples.via(nic(), gateway))));
        }

        assertThat(only("10.1.0.0/16").nextHops()).containsExactly(Samples.via(nic(), "10.244.1.2"));
        assertThat(only("fd01::/64").nextHops()).containsExactly(Samples.via(nic(), "fd00::2"));
    }

    @Test
    void routesOfAnotherMetricAreOtherRoutes() {
        NextHop hop = Samples.via(nic(), "10.244.1.1");
        handler().execute(Samples.replace(Samples.route("10.1.0.0/16", hop)));
        handler().execute(Samples.replace(Samples.route("10.1.0.0/16", hop).metric(100)));

        assertThat(routes("10.1.0.0/16")).extracting(route -> route.metric().orElse(0)).containsExactlyInAnyOrder(0L, 100L);
    }

    @Test
    void routesOfAnotherTableAreOtherRoutes() {
        NextHop hop = Samples.via(nic(), "10.244.1.1");
        handler().execute(Samples.replace(Samples.route("10.1.0.0/16", hop)));
        handler().execute(Samples.replace(Samples.route("10.1.0.0/16", hop).table(1000)));

        assertThat(routes("10.1.0.0/16")).extracting(Route::table).containsExactlyInAnyOrder(Route.MAIN_TABLE, 1000L);
    }

    @Test
    void protocolScopeSourceAndTypeOfServiceAreKept() {
        handler().execute(Samples.replace(Samples.direct(nic(), "10.1.0.0/16").protocol(RouteProtocol.STATIC).tos(4)
                .preferredSource(IpAddress.parse("10.244.1.7"))));

        Route route = only("10.1.0.0/16");
        assertThat(route.protocol()).isEqualTo(RouteProtocol.STATIC);
        assertThat(route.scope()).isEqualTo(Scope.LINK);
        assertThat(route.tos()).isEqualTo(4);
        assertThat(route.preferredSource()).contains(IpAddress.parse("10.244.1.7"));
    }

    @Test
    void metricsAreKeptAndLocked() {
        Map<Integer, Long> metrics = Map.of(Route.METRIC_MTU, 1400L, 8, 1360L);
        handler().execute(Samples.replace(Samples.route("10.1.0.0/16", Samples.via(nic(), "10.244.1.1")).metrics(metrics)
                .lockedMetrics(1 << Route.METRIC_MTU)));
        handler().execute(Samples.replace(Samples.route("fd01::/64", Samples.via(nic(), "fd00::1")).metrics(metrics)));

        assertThat(only("10.1.0.0/16").metrics()).isEqualTo(metrics);
        assertThat(only("10.1.0.0/16").lockedMetrics()).isEqualTo(1 << Route.METRIC_MTU);
        assertThat(only("fd01::/64").metrics()).isEqualTo(metrics);
    }

    @Test
    void aMultipathRouteKeepsItsWaysAndWeights() {
        NextHop first = Samples.via(nic(), "10.244.1.1").toBuilder().weight(2).build();
        NextHop second = Samples.via(nic(), "10.244.1.2").toBuilder().weight(3).build();
        handler().execute(Samples.replace(Samples.route("10.1.0.0/16", first, second)));
        handler().execute(
                Samples.replace(Samples.route("fd01::/64", Samples.via(nic(), "fd00::1"), Samples.via(nic(), "fd00::2"))));

        assertThat(only("10.1.0.0/16").nextHops()).containsExactly(first, second);
        assertThat(only("fd01::/64").nextHops()).containsExactlyInAnyOrder(Samples.via(nic(), "fd00::1"),
                Samples.via(nic(), "fd00::2"));
    }

    @Test
    void aGatewayOnTheLinkNeedsNoRoute() {
        NextHop hop = Samples.via(nic(), "172.16.0.1").toBuilder().flags(NextHop.ONLINK).build();

        handler().execute(Samples.replace(Samples.route("10.1.0.0/16", hop)));

        assertThat(only("10.1.0.0/16").nextHops()).singleElement().satisfies(found -> assertThat(found.isOnLink()).isTrue());
    }

    @Test
    void anIpv4RouteMayHaveAnIpv6Gateway() {
        handler().execute(Samples.replace(Samples.route("10.1.0.0/16", Samples.via(nic(), "fd00::1"))));

        assertThat(only("10.1.0.0/16").nextHops().get(0).gateway()).contains(IpAddress.parse("fd00::1"));
    }

    @Test
    void aBlackholeNeedsNoLink() {
        handler().execute(Samples.replace(Samples.route("10.1.0.0/16").type(RouteType.BLACKHOLE)));

        assertThat(only("10.1.0.0/16").type()).isEqualTo(RouteType.BLACKHOLE);
        assertThat(only("10.1.0.0/16").nextHops()).isEmpty();
    }

    @Test
    void aRouterPreferenceIsKept() {
        handler().execute(Samples.replace(Samples.route("fd01::/64", Samples.via(nic(), "fd00::1")).preference(1)));

        assertThat(only("fd01::/64").preference()).hasValue(1);
    }

    @Test
    void aDeletedRouteIsGone() {
        Route.Builder route4 = Samples.route("10.1.0.0/16", Samples.via(nic(), "10.244.1.1"));
        Route.Builder route6 = Samples.route("fd01::/64", Samples.via(nic(), "fd00::1"));
        handler().execute(Samples.replace(route4));
        handler().execute(Samples.replace(route6));

        handler().execute(Samples.delete(route4));
        handler().execute(Samples.delete(route6));

        assertThat(routes("10.1.0.0/16")).isEmpty();
        assertThat(routes("fd01::/64")).isEmpty();
    }

    @Test
    void aRouteIsDeletedAndPutBackAsItWasListed() {
        LinkId nic = nic();
        handler().execute(
                Samples.replace(Samples.route("10.1.0.0/16", Samples.via(nic, "10.244.1.1"), Samples.via(nic, "10.244.1.2"))
                        .metric(7)));
        handler().execute(Samples.replace(Samples.route("fd01::/64", Samples.via(nic, "fd00::1")).metrics(
                Map.of(Route.METRIC_MTU, 1400L))));

        for (String destination : List.of("10.1.0.0/16", "fd01::/64", "10.244.1.0/24", "fd00::/64")) {
            Route listed = only(destination);
            handler().execute(Samples.delete(listed.toBuilder()));
            assertThat(routes(destination)).isEmpty();
            handler().execute(Samples.replace(listed.toBuilder()));
            assertThat(Optional.of(only(destination))).contains(listed);
        }
    }

    @Test
    void aRouteListedIsThatOfItsOwnPrefix() {
        handler().execute(Samples.replace(Samples.route("0.0.0.0/0", Samples.via(nic(), "10.244.1.1"))));

        assertThat(only("0.0.0.0/0").isDefault()).isTrue();
        assertThat(only("10.244.1.0/24").destination()).isEqualTo(IpPrefix.parse("10.244.1.0/24"));
    }
}
