package io.podbridge.testkit.contract;

import io.podbridge.netlink.model.IpAddress;
import io.podbridge.netlink.model.LinkId;
import io.podbridge.netlink.model.RouteProtocol;
import io.podbridge.netlink.model.RouteType;
import io.podbridge.netlink.model.Scope;
import io.podbridge.netlink.request.LinkDelete;
import io.podbridge.netlink.request.RouteDelete;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

abstract class RouteLossesContract extends PodContract {

    RouteLossesContract(Supplier<ContractNamespace> namespaces) {
        super(namespaces);
    }

    @Test
    void aLinkThatGoesDownLosesItsUnicastRoutesOfEveryTable() {
        handler().execute(Samples.replace(Samples.route("0.0.0.0/0", Samples.via(nic(), "10.244.1.1"))));
        handler().execute(Samples.replace(Samples.route("10.1.0.0/16", Samples.via(nic(), "10.244.1.1")).table(1000)));
        handler().execute(Samples.replace(Samples.route("::/0", Samples.via(nic(), "fd00::1"))));

        handler().linkSetDown(nic());

        assertThat(handler().routeList()).noneMatch(
                route -> route.type().equals(RouteType.UNICAST) && route.leavesThrough(nic().index()));
    }

    @Test
    void theLocalRouteOfAnIpv4AddressOutlivesItsLinkGoingDown() {
        handler().linkSetDown(nic());

        assertThat(only("10.244.1.7/32").type()).isEqualTo(RouteType.LOCAL);
    }

    @Test
    void aLinkThatComesUpAgainHasTheRouteOfItsIpv4SubnetAndNoOther() {
        handler().execute(Samples.replace(Samples.route("0.0.0.0/0", Samples.via(nic(), "10.244.1.1"))));
        handler().linkSetDown(nic());

        handler().linkSetUp(nic());

        assertThat(only("10.244.1.0/24").leavesThrough(nic().index())).isTrue();
        assertThat(routes("0.0.0.0/0")).isEmpty();
        assertThat(routes("fd00::/64")).isEmpty();
    }

    @Test
    void aDeletedLinkTakesItsRoutesWithIt() {
        int index = nic().index();

        handler().execute(new LinkDelete(nic()));

        assertThat(handler().routeList()).noneMatch(route -> route.leavesThrough(index));
    }

    @Test
    void aLocalRouteOutlivesItsLinkGoingDownAndGoesWithIt() {
        LinkId bridge = addBridge("br0");
        handler().linkSetUp(bridge);
        handler().execute(Samples.replace(Samples.direct(bridge, "10.9.0.0/16").type(RouteType.LOCAL).scope(Scope.HOST)));

        handler().linkSetDown(bridge);
        assertThat(routes("10.9.0.0/16")).hasSize(1);

        handler().execute(new LinkDelete(bridge));
        assertThat(routes("10.9.0.0/16")).isEmpty();
    }

    @Test
    void theLastIpv4AddressTakesAllIpv4RoutesOfItsLinkWithIt() {
        handler().addrAdd(nic(), Samples.address(nic(), "10.9.1.7/24"));
        handler().execute(Samples.replace(Samples.direct(nic(), "10.1.0.0/16")));
        handler().execute(Samples.replace(Samples.direct(nic(), "10.2.0.0/16").type(RouteType.LOCAL).scope(Scope.HOST)));
        handler().execute(Samples.replace(Samples.direct(nic(), "fd01::/64")));

        handler().addrDel(nic(), Samples.address(nic(), "10.9.1.7/24"));
        assertThat(routes("10.1.0.0/16")).hasSize(1);

        handler().addrDel(nic(), Samples.address(nic(), "10.244.1.7/24"));
        assertThat(routes("10.1.0.0/16")).isEmpty();
        assertThat(routes("10.2.0.0/16")).isEmpty();
        assertThat(routes("fd01::/64")).hasSize(1);
    }

    @Test
    void aDeletedAddressTakesTheRoutesOfOtherLinksThatHaveItAsSource() {
        LinkId other = addCable("eth1", "peer1");
        handler().execute(Samples.replace(Samples.direct(other, "10.1.0.0/16").preferredSource(IpAddress.parse("10.244.1.7"))));
        handler().execute(Samples.replace(Samples.direct(other, "10.2.0.0/16")));

        handler().addrDel(nic(), Samples.address(nic(), "10.244.1.7/24"));

        assertThat(routes("10.1.0.0/16")).isEmpty();
        assertThat(routes("10.2.0.0/16")).hasSize(1);
    }

    @Test
    void aDeletedIpv6AddressIsTheSourceOfNoRouteAnyMoreOnceNoLinkHoldsIt() {
        Requirement.linuxSince("6.6", namespace());
        LinkId other = addCable("eth1", "peer1");
        LinkId holder = addBridge("br0");
        handler().linkSetUp(holder);
        handler().addrAdd(holder, Samples.address(holder, "fd00::7/128"));
        handler().execute(Samples.replace(
                Samples.route("fd01::/64", Samples.via(other, "fe80::1")).preferredSource(IpAddress.parse("fd00::7"))));

        handler().addrDel(nic(), Samples.address(nic(), "fd00::7/64"));
        assertThat(only("fd01::/64").preferredSource()).contains(IpAddress.parse("fd00::7"));

        handler().addrDel(holder, Samples.address(holder, "fd00::7/128"));
        assertThat(only("fd01::/64").preferredSource()).isEmpty();
    }

    @Test
    void anIpv6AddressThatIsLostWithItsLinkStaysTheSourceOfOtherLinksRoutes() {
        LinkId holder = addBridge("br0");
        handler().linkSetUp(holder);
        handler().addrAdd(holder, Samples.address(holder, "fd09::7/128"));
        handler().execute(Samples.replace(
                Samples.route("fd01::/64", Samples.via(nic(), "fe80::1")).preferredSource(IpAddress.parse("fd09::7"))));

        handler().linkSetDown(holder);

        assertThat(only("fd01::/64").preferredSource()).contains(IpAddress.parse("fd09::7"));
    }

    @Test
    void aDeletedIpv6AddressTakesTheDirectRouteOfItsSubnetWhoeverMadeIt() {
        handler().addrAdd(nic(), Samples.address(nic(), "fd09::7/64"));
        handler().execute(new RouteDelete(only("fd09::/64"), Map.of(nic().index(), nic().name())));
        handler().execute(Samples.replace(Samples.direct(nic(), "fd09::/64").protocol(RouteProtocol.STATIC)));

        handler().addrDel(nic(), Samples.address(nic(), "fd09::7/64"));

        assertThat(routes("fd09::/64")).isEmpty();
    }

    @Test
    void aDeletedAddressThatAnotherLinkHoldsTakesNoRoutesOfOtherLinks() {
        LinkId other = addCable("eth1", "peer1");
        LinkId holder = addBridge("br0");
        handler().execute(Samples.replace(Samples.direct(other, "10.1.0.0/16").preferredSource(IpAddress.parse("10.244.1.7"))));
        handler().addrAdd(holder, Samples.address(holder, "10.244.1.7/24"));

        handler().addrDel(nic(), Samples.address(nic(), "10.244.1.7/24"));

        assertThat(routes("10.1.0.0/16")).hasSize(1);
    }

    @Test
    void aMultipathRouteGoesWhenTheLastOfItsLinksIsDown() {
        LinkId other = addCable("eth1", "peer1");
        handler().addrAdd(other, Samples.address(other, "10.245.1.7/24"));
        handler().execute(Samples.replace(Samples.route("10.1.0.0/16", Samples.via(nic(), "10.244.1.1"),
                Samples.via(other, "10.245.1.1"))));

        for (LinkId link : List.of(nic(), other)) {
            assertThat(routes("10.1.0.0/16")).hasSize(1);
            handler().linkSetDown(link);
        }

        assertThat(routes("10.1.0.0/16")).isEmpty();
    }
}
