package io.podbridge.netlink.state;

import io.podbridge.netlink.model.AddressFlags;
import io.podbridge.netlink.model.BridgePort;
import io.podbridge.netlink.model.HardwareAddress;
import io.podbridge.netlink.model.InterfaceAddress;
import io.podbridge.netlink.model.IpAddress;
import io.podbridge.netlink.model.IpPrefix;
import io.podbridge.netlink.model.Lifetime;
import io.podbridge.netlink.model.Link;
import io.podbridge.netlink.model.LinkFlags;
import io.podbridge.netlink.model.LinkKind;
import io.podbridge.netlink.model.Neighbour;
import io.podbridge.netlink.model.NextHop;
import io.podbridge.netlink.model.OperState;
import io.podbridge.netlink.model.Route;
import io.podbridge.netlink.model.RouteProtocol;
import io.podbridge.netlink.model.RouteType;
import io.podbridge.netlink.model.Scope;
import io.podbridge.netlink.model.TunDevice;
import java.util.List;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The lines that are expected are those of {@code ip -d address} and {@code ip route}, version 6.1, without what is left out. */
class NamespaceStateTest {
    private static final LinkFlags UP = new LinkFlags(0x11043);
    private static final LinkFlags UP_WITHOUT_CARRIER = new LinkFlags(0x1003);

    private static final Link BRIDGE = Link.builder(7, "k6t-eth0").kind(LinkKind.BRIDGE).flags(UP_WITHOUT_CARRIER).mtu(1450)
            .operState(OperState.DOWN).hardwareAddress(HardwareAddress.parse("02:00:00:00:00:01")).multicastSnooping(false)
            .arpIgnore(1).ipv6Disabled(true).build();
    private static final Link NIC = Link.builder(2, "eth0-nic").kind(LinkKind.VETH).flags(UP).mtu(1450).qdisc("noqueue").master(7)
            .peerIndex(2).peerNamespaceId(0).operState(OperState.UP).hardwareAddress(HardwareAddress.parse("02:00:00:00:00:01"))
            .bridgePort(new BridgePort(3, false)).arpIgnore(0).alias("the NIC").altNames(List.of("enp0s1")).build();
    private static final Link TAP = Link.builder(8, "tap0").kind(LinkKind.TUN).flags(UP_WITHOUT_CARRIER).mtu(1450).group(4)
            .txQueueLength(1000)
            .operState(OperState.DOWN).hardwareAddress(HardwareAddress.parse("02:00:00:00:00:02"))
            .tun(TunDevice.builder().ownedBy(107, 108).multiQueue(true).vnetHeader(true).persistent(true).build()).build();

    private static InterfaceAddress.Builder address(String prefix) {
        return InterfaceAddress.builder(7, IpPrefix.parse(prefix)).flags(new AddressFlags(AddressFlags.PERMANENT));
    }

    private static Route.Builder via(String destination, String gateway) {
        return Route.builder(IpPrefix.parse(destination))
                .nextHops(List.of(NextHop.builder().gateway(IpAddress.parse(gateway)).linkIndex(7).build()));
    }

    private static List<String> lines(Link link) {
        return new NamespaceState(List.of(link), List.of(), List.of(), List.of()).lines();
    }

    @Test
    void theOwnRouteOfAnAddressMayBeStillToCome() {
        Link link = Link.builder(7, "eth0").flags(UP).build();
        InterfaceAddress address = address("fd00::7/64").build();
        Route own = Route.builder(IpPrefix.parse("fd00::7/128")).type(RouteType.LOCAL)
                .nextHops(List.of(NextHop.builder().linkIndex(7).build())).build();
        Route ofAnotherLink = own.toBuilder().nextHops(List.of(NextHop.builder().linkIndex(8).build())).build();

        assertThat(hasOwnRoutes(link, address)).isFalse();
        assertThat(hasOwnRoutes(link, address, ofAnotherLink)).isFalse();
        assertThat(hasOwnRoutes(link, address, ofAnotherLink, own)).isTrue();
        assertThat(hasOwnRoutes(link.toBuilder().flags(UP_WITHOUT_CARRIER).build(), address)).isTrue();
        assertThat(hasOwnRoutes(link, address.toBuilder().flags(new AddressFlags(AddressFlags.DADFAILED)).build())).isTrue();
        assertThat(hasOwnRoutes(link, address("10.244.1.7/24").build())).isTrue();
    }

    private static boolean hasOwnRoutes(Link link, InterfaceAddress address, Route... routes) {
        return new NamespaceState(List.of(link), List.of(address), List.of(routes), List.of()).hasOwnRoutes();
    }

    @Test
    void aPortReadsAsIpShowsIt() {
        assertThat(new NamespaceState(List.of(BRIDGE, NIC), List.of(), List.of(), List.of()).lines()).containsSubsequence(
                "2: eth0-nic@if2: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1450 qdisc noqueue master k6t-eth0 state UP",
                "    link/ether 02:00:00:00:00:01", "    veth bridge_slave state forwarding learning off", "    alias the NIC",
                "    altname enp0s1");
    }

    @Test
    void aBridgeReadsAsIpShowsIt() {
        assertThat(lines(BRIDGE)).containsExactly("7: k6t-eth0: <NO-CARRIER,BROADCAST,MULTICAST,UP> mtu 1450 state DOWN",
                "    link/ether 02:00:00:00:00:01", "    bridge mcast_snooping 0 arp_ignore 1 disable_ipv6 1");
    }

    @Test
    void aTapReadsAsIpShowsIt() {
        assertThat(lines(TAP)).contains("8: tap0: <NO-CARRIER,BROADCAST,MULTICAST,UP> mtu 1450 state DOWN group 4 qlen 1000",
                "    tun type tap vnet_hdr on multi_queue on persist on user 107 group 108");
    }

    @Test
    void theOtherEndHereIsNamed() {
        Link one = Link.builder(3, "one").peerIndex(4).build();
        Link two = Link.builder(4, "two").peerIndex(3).build();
        assertThat(new NamespaceState(List.of(one, two), List.of(), List.of(), List.of()).lines())
                .anyMatch(line -> line.startsWith("3: one@two:"))
                .anyMatch(line -> line.startsWith("4: two@one:"));
    }

    @Test
    void addressesReadAsIpShowsThem() {
        List<InterfaceAddress> addresses = List.of(
                address("10.244.1.7/24").broadcast(IpAddress.parse("10.244.1.255")).label("k6t-eth0:1").build(),
                address("10.0.0.1/32").peer(IpAddress.parse("10.0.0.2")).scope(Scope.LINK).build(),
                address("fd00::7/64").flags(new AddressFlags(AddressFlags.NODAD | AddressFlags.TENTATIVE))
                        .validLifetime(new Lifetime(3600)).build());
        assertThat(new NamespaceState(List.of(BRIDGE), addresses, List.of(), List.of()).lines()).containsSubsequence(
                "    inet 10.244.1.7/24 brd 10.244.1.255 scope global k6t-eth0:1",
                "    inet 10.0.0.1 peer 10.0.0.2/32 scope link k6t-eth0",
                "    inet6 fd00::7/64 scope global nodad tentative dynamic valid_lft 3600sec");
    }

    @Test
    void routesReadAsIpShowsThem() {
        List<Route> routes = List.of(via("0.0.0.0/0", "10.244.1.1").build(),
                Route.builder(IpPrefix.parse("10.244.1.0/24")).protocol(RouteProtocol.KERNEL).scope(Scope.LINK)
                        .preferredSource(IpAddress.parse("10.244.1.7")).nextHops(List.of(NextHop.builder().linkIndex(7).build()))
                        .build(),
                via("fd01::/64", "fd00::1").metric(1024).table(100).build(),
                Route.builder(IpPrefix.parse("10.244.1.7/32")).type(RouteType.LOCAL).table(Route.LOCAL_TABLE).build());
        assertThat(new NamespaceState(List.of(BRIDGE), List.of(), routes, List.of()).lines()).endsWith(
                "default via 10.244.1.1 dev k6t-eth0",
                "10.244.1.0/24 dev k6t-eth0 proto kernel scope link src 10.244.1.7",
                "fd01::/64 via fd00::1 dev k6t-eth0 table 100 metric 1024");
    }

    @Test
    void lastingNeighboursReadAsIpShowsThem() {
        Neighbour.Builder gateway = Neighbour.builder(7, IpAddress.parse("10.244.1.1"))
                .hardwareAddress(HardwareAddress.parse("02:00:00:00:00:09"));
        List<Neighbour> neighbours = List.of(gateway.state(Neighbour.PERMANENT).build(), gateway.state(2).build(),
                Neighbour.builder(7, IpAddress.parse("10.244.1.50")).flags(Neighbour.PROXY).build(),
                gateway.state(4).flags(Neighbour.EXTERNALLY_LEARNED).build());
        assertThat(new NamespaceState(List.of(BRIDGE), List.of(), List.of(), neighbours).lines()).endsWith(
                "    bridge mcast_snooping 0 arp_ignore 1 disable_ipv6 1",
                "10.244.1.1 dev k6t-eth0 lladdr 02:00:00:00:00:09 PERMANENT", "10.244.1.50 dev k6t-eth0 proxy",
                "10.244.1.1 dev k6t-eth0 lladdr 02:00:00:00:00:09 extern_learn STALE");
    }

    @Test
    void aLinkIsFoundByEachOfItsNames() {
        NamespaceState state = new NamespaceState(List.of(BRIDGE, NIC), List.of(), List.of(), List.of());
        assertThat(state.link("eth0-nic")).contains(NIC);
        assertThat(state.link("enp0s1")).contains(NIC);
        assertThat(state.link("eth0")).isEmpty();
    }
}
