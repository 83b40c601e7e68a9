package io.podbridge.testkit.contract;

import io.podbridge.netlink.FailureKind;
import io.podbridge.netlink.RequestOutcome;
import io.podbridge.netlink.model.IpAddress;
import io.podbridge.netlink.model.IpPrefix;
import io.podbridge.netlink.model.LinkId;
import io.podbridge.netlink.model.NextHop;
import io.podbridge.netlink.model.NextHopObject;
import io.podbridge.netlink.model.Route;
import io.podbridge.netlink.model.RouteProtocol;
import io.podbridge.netlink.model.RouteType;
import io.podbridge.netlink.model.Scope;
import io.podbridge.netlink.request.LinkChange;
import io.podbridge.testkit.netns.Eventually;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

abstract class RouteFieldsContract extends PodContract {
    /** {@code RTNH_F_LINKDOWN}. */
    private static final int LINKDOWN = 16;
    private static final String NO_OBJECTS = "this kernel has no next-hop objects";

    RouteFieldsContract(Supplier<ContractNamespace> namespaces) {
        super(namespaces);
    }

    @Test
    void aProtocolIsItsOwnWhateverThatOfTheRequestBeforeWas() {
        Route.Builder one = Samples.route("10.1.0.0/16", Samples.via(nic(), "10.244.1.1")).protocol(RouteProtocol.STATIC);
        handler().execute(Samples.replace(one));
        handler().execute(Samples.delete(one.protocol(new RouteProtocol(0))));

        handler().execute(Samples.replace(one.protocol(RouteProtocol.STATIC)));

        assertThat(only("10.1.0.0/16").protocol()).isEqualTo(RouteProtocol.STATIC);
    }

    @Test
    void aTypeThatSendsNothingOnIsKept() {
        for (String type : List.of("blackhole", "unreachable", "prohibit", "throw")) {
            for (String destination : List.of("10.1.0.0/16", "fd01::/64")) {
                handler().execute(Samples.replace(Samples.route(destination).type(RouteType.named(type))));

                assertThat(only(destination).type()).isEqualTo(RouteType.named(type));
                handler().execute(Samples.delete(only(destination).toBuilder()));
                assertThat(routes(destination)).isEmpty();
            }
        }
    }

    @Test
    void aTableMayHaveAnyNumber() {
        for (long table : new long[] {1, 252, 255, 256, 4_000_000_000L}) {
            for (Route.Builder route : List.of(ipv4(), ipv6())) {
                handler().execute(Samples.replace(route.table(table)));

                Route found = only(route.build().destination().toString());
                assertThat(found.table()).isEqualTo(table);
                handler().execute(Samples.delete(found.toBuilder()));
            }
        }
    }

    @Test
    void noTableIsTheMainOne() {
        for (Route.Builder route : List.of(ipv4(), ipv6())) {
            handler().execute(Samples.replace(route.table(0)));

            Route found = only(route.build().destination().toString());
            assertThat(found.table()).isEqualTo(Route.MAIN_TABLE);
            handler().execute(Samples.delete(route.table(0)));
            assertThat(routes(found.destination().toString())).isEmpty();
        }
    }

    @Test
    void anIpv4RouteIsForEverySender() {
        handler().execute(Samples.replace(ipv4().sourcePrefix(IpPrefix.parse("10.3.0.0/16"))));

        assertThat(only("10.1.0.0/16").sourcePrefix()).isEmpty();
    }

    @Test
    void protocolsAndScopesWithoutNamesAreKept() {
        handler().execute(Samples.replace(Samples.direct(nic(), "10.1.0.0/16").protocol(new RouteProtocol(201))
                .scope(new Scope(150))));
        handler().execute(Samples.replace(ipv6().protocol(new RouteProtocol(201))));

        assertThat(only("10.1.0.0/16").protocol()).isEqualTo(new RouteProtocol(201));
        assertThat(only("10.1.0.0/16").scope()).isEqualTo(new Scope(150));
        assertThat(only("fd01::/64").protocol()).isEqualTo(new RouteProtocol(201));
    }

    @Test
    void eachMetricIsKeptUnderItsOwnNumber() {
        Map<Integer, Long> metrics = new TreeMap<>(Map.of(Route.METRIC_MTU, 1400L, 3, 65_000L, 4, 800L, 5, 400L, 6, 10L, 7, 20L,
                8, 1360L, 9, 5L, 10, 64L, 11, 12L));
        metrics.putAll(Map.of(12, 1L, 14, 13L));

        handler().execute(Samples.replace(ipv4().metrics(metrics)));
        handler().execute(Samples.replace(ipv6().metrics(metrics)));

        assertThat(only("10.1.0.0/16").metrics()).isEqualTo(metrics);
        assertThat(only("fd01::/64").metrics()).isEqualTo(metrics);
    }

    @Test
    void aMetricThatTheHandlerCannotSendIsRefusedAndOthersAreKept() {
        for (int metric : new int[] {13, 15, 17}) {
            for (Route.Builder route : List.of(ipv4(), ipv6())) {
                Route wanted = route.metrics(Map.of(metric, 1L)).build();
                RequestOutcome outcome = handler().execute(List.of(Samples.replace(wanted.toBuilder()))).get(0);

                outcome.failure().ifPresent(failure -> assertThat(failure.kind()).isEqualTo(FailureKind.UNSUPPORTED));
                assertThat(routes(wanted.destination().toString()).stream().map(Route::metrics).toList())
                        .isEqualTo(outcome.isDone() ? List.of(wanted.metrics()) : List.of());
                assertThat(routes(wanted.destination().toString())).allMatch(found -> found.lockedMetrics() == 0);
                routes(wanted.destination().toString()).forEach(found -> handler().execute(Samples.delete(found.toBuilder())));
            }
        }
    }

    @Test
    void aCongestionControlIsKept() {
        handler().execute(Samples.replace(ipv4().congestionControl("reno")));
        handler().execute(Samples.replace(ipv6().congestionControl("reno")));

        assertThat(only("10.1.0.0/16").congestionControl()).contains("reno");
        assertThat(only("fd01::/64").congestionControl()).contains("reno");
    }

    @Test
    void theOtherRouterPreferencesAreKeptToo() {
        for (int preference : new int[] {0, 3}) {
            handler().execute(Samples.replace(ipv6().preference(preference)));

            assertThat(only("fd01::/64").preference()).hasValue(preference);
        }
    }

    @Test
    void anIpv6RouteMayEndAndItsSecondsCountDown() {
        handler().execute(Samples.replace(ipv6().expiresSeconds(7200)));

        assertThat(only("fd01::/64").expiresSeconds().orElse(0)).isBetween(3600L, 7200L);
        handler().execute(Samples.replace(ipv6()));
        assertThat(only("fd01::/64").expiresSeconds()).isEmpty();
    }

    @Test
    void anIpv6RouteHasTheSourceThatItWasGiven() {
        handler().execute(Samples.replace(ipv6().preferredSource(IpAddress.parse("fd00::7"))));

        assertThat(only("fd01::/64").preferredSource()).contains(IpAddress.parse("fd00::7"));
    }

    @Test
    void anIpv6GatewayMayBeLinkLocalAndAnOnLinkOneNeedsNoRoute() {
        NextHop onLink = Samples.via(nic(), "fd77::1").toBuilder().flags(NextHop.ONLINK).build();

        handler().execute(Samples.replace(Samples.route("::/0", Samples.via(nic(), "fe80::1"))));
        handler().execute(Samples.replace(Samples.route("fd01::/64", onLink)));

        assertThat(only("::/0").nextHops()).containsExactly(Samples.via(nic(), "fe80::1"));
        assertThat(only("fd01::/64").nextHops()).containsExactly(onLink);
    }

    @Test
    void anIpv6MultipathRouteKeepsItsWeightsAndMayUseSeveralLinks() {
        LinkId other = addCable("eth1", "peer1");
        handler().addrAdd(other, Samples.address(other, "fd05::7/64"));
        NextHop first = Samples.via(nic(), "fd00::1").toBuilder().weight(2).build();
        NextHop second = Samples.via(other, "fd05::1").toBuilder().weight(256).build();

        handler().execute(Samples.replace(Samples.route("fd01::/64", first, second)));

        assertThat(only("fd01::/64").nextHops()).containsExactlyInAnyOrder(first, second);
    }

    @Test
    void aMultipathRouteMayMixFamiliesAndOnLinkGateways() {
        NextHop onLink = Samples.via(nic(), "172.16.0.1").toBuilder().flags(NextHop.ONLINK).build();

        handler().execute(Samples.replace(Samples.route("10.1.0.0/16", onLink, Samples.via(nic(), "fd00::1"))));

        assertThat(only("10.1.0.0/16").nextHops()).containsExactly(onLink, Samples.via(nic(), "fd00::1"));
    }

    @Test
    void aRouteMayLeadToOneHost() {
        handler().execute(Samples.replace(Samples.direct(nic(), "10.244.1.1/32")));
        handler().execute(Samples.replace(Samples.direct(nic(), "fd00::1/128")));

        assertThat(only("10.244.1.1/32").scope()).isEqualTo(Scope.LINK);
        assertThat(only("10.244.1.1/32").type()).isEqualTo(RouteType.UNICAST);
        assertThat(only("fd00::1/128").type()).isEqualTo(RouteType.UNICAST);
    }

    @Test
    void theWayThroughALinkThatHasLostItsCarrierSaysSo() {
        handler().execute(Samples.replace(ipv4()));

        set(id("peer0"), new LinkChange.Down());

        Eventually.holds("the way is marked as down",
                () -> (only("10.1.0.0/16").nextHops().get(0).flags() & LINKDOWN) != 0);
    }

    @Test
    void aRouteThatUsesANextHopObjectTellsItsId() {
        Requirement.foreignKinds(namespace());
        Requirement.ofMachine(namespace().addRouteByNextHopObject(5, "10.244.1.1", "eth0", "10.5.0.0/16"), NO_OBJECTS);

        assertThat(only("10.5.0.0/16").nextHopId()).hasValue(5);
    }

    @Test
    void nextHopObjectsAreListedWithTheirLink() {
        assertThat(handler().nextHopList()).isEmpty();
        Requirement.foreignKinds(namespace());
        Requirement.ofMachine(namespace().addRouteByNextHopObject(5, "10.244.1.1", "eth0", "10.5.0.0/16"), NO_OBJECTS);

        assertThat(handler().nextHopList()).containsExactly(new NextHopObject(5, OptionalInt.of(nic().index())));
    }

    private Route.Builder ipv4() {
        return Samples.route("10.1.0.0/16", Samples.via(nic(), "10.244.1.1"));
    }

    private Route.Builder ipv6() {
        return Samples.route("fd01::/64", Samples.via(nic(), "fd00::1"));
    }
}
