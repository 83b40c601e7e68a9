package io.podbridge.testkit.contract;

import io.podbridge.netlink.FailureKind;
import io.podbridge.netlink.model.AddressFlags;
import io.podbridge.netlink.model.IpAddress;
import io.podbridge.netlink.model.LinkId;
import io.podbridge.netlink.model.NextHop;
import io.podbridge.netlink.model.Route;
import io.podbridge.netlink.model.RouteProtocol;
import io.podbridge.netlink.model.RouteType;
import io.podbridge.netlink.model.Scope;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

abstract class RouteRefusalsContract extends PodContract {

    RouteRefusalsContract(Supplier<ContractNamespace> namespaces) {
        super(namespaces);
    }

    @Test
    void aGatewayThatCannotBeReachedIsInvalid() {
        refused(FailureKind.INVALID, Samples.replace(Samples.route("10.1.0.0/16", Samples.via(nic(), "172.16.0.1"))));
        refused(FailureKind.INVALID, Samples.replace(Samples.route("fd01::/64", Samples.via(nic(), "fd99::1"))));

        assertThat(routes("10.1.0.0/16")).isEmpty();
        assertThat(routes("fd01::/64")).isEmpty();
    }

    @Test
    void aSourceThatIsNoLocalAddressIsInvalid() {
        refused(FailureKind.INVALID, Samples.replace(
                Samples.direct(nic(), "10.1.0.0/16").preferredSource(IpAddress.parse("10.99.0.1"))));
        refused(FailureKind.INVALID, Samples.replace(
                Samples.route("fd01::/64", Samples.via(nic(), "fd00::1")).preferredSource(IpAddress.parse("fd00::99"))));
    }

    @Test
    void aLinkThatIsDownIsInvalid() {
        LinkId bridge = addBridge("br0");

        refused(FailureKind.INVALID, Samples.replace(Samples.direct(bridge, "10.1.0.0/16")));
        refused(FailureKind.INVALID, Samples.replace(Samples.direct(bridge, "fd01::/64")));
    }

    @Test
    void aLinkThatIsNotThereIsNotFound() {
        refused(FailureKind.NOT_FOUND, Samples.replace(Samples.direct(gone(), "10.1.0.0/16")));
        refused(FailureKind.NOT_FOUND, Samples.replace(Samples.direct(gone(), "fd01::/64")));
    }

    @Test
    void aLinkThatIsNotThereIsNotFoundThoughAnotherReachesTheIpv6Gateway() {
        refused(FailureKind.NOT_FOUND, Samples.replace(Samples.route("fd01::/64", Samples.via(gone(), "fd00::1"))));
    }

    @Test
    void aRouteThatLeadsNowhereIsNotFound() {
        refused(FailureKind.NOT_FOUND, Samples.replace(Samples.route("10.1.0.0/16")));
        refused(FailureKind.NOT_FOUND, Samples.replace(Samples.route("fd01::/64")));
        refused(FailureKind.NOT_FOUND, Samples.replace(Samples.route("fd01::/64", NextHop.builder().build())));
    }

    @Test
    void aLinkLocalGatewayWithoutItsLinkIsInvalid() {
        NextHop gateway = NextHop.builder().gateway(IpAddress.parse("fe80::1")).build();

        refused(FailureKind.INVALID, Samples.replace(Samples.route("fd01::/64", gateway)));
    }

    @Test
    void anIpv4RouteThatSendsNothingOnNamesNoLink() {
        refused(FailureKind.INVALID, Samples.replace(Samples.direct(nic(), "10.1.0.0/16").type(RouteType.BLACKHOLE)));

        assertThat(routes("10.1.0.0/16")).isEmpty();
    }

    @Test
    void aRouteThatIsNotThereIsNotFound() {
        refused(FailureKind.NOT_FOUND, Samples.delete(Samples.route("10.1.0.0/16", Samples.via(nic(), "10.244.1.1"))));
        refused(FailureKind.NOT_FOUND, Samples.delete(Samples.route("fd01::/64", Samples.via(nic(), "fd00::1"))));
    }

    @Test
    void aRouteByAnotherGatewayIsNotFound() {
        handler().execute(Samples.replace(Samples.route("10.1.0.0/16", Samples.via(nic(), "10.244.1.1"))));
        handler().execute(Samples.replace(Samples.route("fd01::/64", Samples.via(nic(), "fd00::1"))));

        refused(FailureKind.NOT_FOUND, Samples.delete(Samples.route("10.1.0.0/16", Samples.via(nic(), "10.244.1.2"))));
        refused(FailureKind.NOT_FOUND, Samples.delete(Samples.route("fd01::/64", Samples.via(nic(), "fd00::2"))));

        assertThat(routes("10.1.0.0/16")).hasSize(1);
        assertThat(routes("fd01::/64")).hasSize(1);
    }

    @Test
    void aRouteOfAnotherTableIsNotFound() {
        handler().execute(Samples.replace(Samples.route("10.1.0.0/16", Samples.via(nic(), "10.244.1.1"))));

        refused(FailureKind.NOT_FOUND, Samples.delete(
                Samples.route("10.1.0.0/16", Samples.via(nic(), "10.244.1.1")).table(1000)));
    }

    @Test
    void aSourceThatIsStillTentativeIsInvalid() {
        LinkId bridge = addBridge("br0");
        handler().addrAdd(bridge, Samples.address(bridge, "fd07::7/64").toBuilder().flags(new AddressFlags(0)).build());

        refused(FailureKind.INVALID, Samples.replace(
                Samples.route("fd01::/64", Samples.via(nic(), "fd00::1")).preferredSource(IpAddress.parse("fd07::7"))));
    }

    @Test
    void anIpv6GatewayOnTheLinkIsInvalidWhereAnotherLinkIsTheWayToIt() {
        LinkId other = addCable("eth1", "peer1");
        handler().execute(Samples.replace(Samples.direct(other, "fd00::/64").metric(100)));
        NextHop onLink = Samples.via(nic(), "fd00::1").toBuilder().flags(NextHop.ONLINK).build();

        refused(FailureKind.INVALID, Samples.replace(Samples.route("fd01::/64", onLink)));

        handler().execute(Samples.delete(Samples.direct(other, "fd00::/64").metric(100)));
        handler().execute(Samples.replace(Samples.route("fd01::/64", onLink)));
        assertThat(only("fd01::/64").leavesThrough(nic().index())).isTrue();
    }

    @Test
    void aGatewayThatIsABroadcastAddressOrAnIpv6AddressOfTheNamespaceItselfIsInvalid() {
        refused(FailureKind.INVALID, Samples.replace(Samples.route("10.1.0.0/16", Samples.via(nic(), "10.244.1.255"))));
        refused(FailureKind.INVALID, Samples.replace(Samples.route("fd01::/64", Samples.via(nic(), "fd00::7"))));
    }

    @Test
    void anIpv4DestinationWithBitsBehindItsPrefixIsInvalid() {
        refused(FailureKind.INVALID, Samples.replace(Samples.route("10.1.2.3/16", Samples.via(nic(), "10.244.1.1"))));
    }

    @Test
    void aCongestionControlThatTheKernelDoesNotHaveIsInvalid() {
        refused(FailureKind.INVALID, Samples.replace(
                Samples.route("10.1.0.0/16", Samples.via(nic(), "10.244.1.1")).congestionControl("nosuch")));

        assertThat(routes("10.1.0.0/16")).isEmpty();
    }

    @Test
    void aRouteThatDiffersInWhatIsGivenIsNotFound() {
        handler().execute(Samples.replace(Samples.direct(nic(), "10.1.0.0/16").metric(7).protocol(RouteProtocol.STATIC)));
        for (Route.Builder other : List.of(direct().metric(8), direct().tos(4), direct().protocol(RouteProtocol.BOOT),
                direct().scope(Scope.HOST), Samples.route("10.1.0.0/16").metric(7).type(RouteType.BLACKHOLE),
                direct().preferredSource(IpAddress.parse("10.244.1.7")))) {
            refused(FailureKind.NOT_FOUND, Samples.delete(other));
        }
        assertThat(routes("10.1.0.0/16")).hasSize(1);

        handler().execute(Samples.delete(direct()));
        assertThat(routes("10.1.0.0/16")).isEmpty();
    }

    @Test
    void anIpv4RouteOfAnotherTypeIsNotFound() {
        handler().execute(Samples.replace(Samples.route("10.1.0.0/16").type(RouteType.BLACKHOLE)));

        refused(FailureKind.NOT_FOUND, Samples.delete(Samples.route("10.1.0.0/16")));
        refused(FailureKind.NOT_FOUND, Samples.delete(Samples.route("10.1.0.0/16").type(RouteType.named("unreachable"))));

        assertThat(routes("10.1.0.0/16")).hasSize(1);
    }

    private Route.Builder direct() {
        return Samples.direct(nic(), "10.1.0.0/16").metric(7).protocol(RouteProtocol.STATIC);
    }

    @Test
    void aServiceThatIpv4SignalsCongestionWithOrThatIpv6DoesNotHaveIsInvalid() {
        refused(FailureKind.INVALID, Samples.replace(Samples.route("10.1.0.0/16", Samples.via(nic(), "10.244.1.1")).tos(0xff)));
        refused(FailureKind.INVALID, Samples.delete(Samples.route("10.1.0.0/16", Samples.via(nic(), "10.244.1.1")).tos(0xff)));
        refused(FailureKind.INVALID, Samples.replace(Samples.route("fd01::/64", Samples.via(nic(), "fd00::1")).tos(0x10)));
    }
}
