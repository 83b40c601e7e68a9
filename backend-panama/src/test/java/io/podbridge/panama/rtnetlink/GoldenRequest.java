package io.podbridge.panama.rtnetlink;

import io.podbridge.netlink.model.AddrGenMode;
import io.podbridge.netlink.model.AddressFlags;
import io.podbridge.netlink.model.HardwareAddress;
import io.podbridge.netlink.model.InterfaceAddress;
import io.podbridge.netlink.model.IpAddress;
import io.podbridge.netlink.model.IpFamily;
import io.podbridge.netlink.model.IpPrefix;
import io.podbridge.netlink.model.Lifetime;
import io.podbridge.netlink.model.LinkId;
import io.podbridge.netlink.model.MacAddress;
import io.podbridge.netlink.model.Neighbour;
import io.podbridge.netlink.model.NextHop;
import io.podbridge.netlink.model.RawAttribute;
import io.podbridge.netlink.model.Route;
import io.podbridge.netlink.model.RouteProtocol;
import io.podbridge.netlink.model.RouteType;
import io.podbridge.netlink.model.Scope;
import io.podbridge.netlink.request.AddressAdd;
import io.podbridge.netlink.request.AddressDelete;
import io.podbridge.netlink.request.AddressReplace;
import io.podbridge.netlink.request.ForwardingReplace;
import io.podbridge.netlink.request.LinkAdd;
import io.podbridge.netlink.request.LinkChange;
import io.podbridge.netlink.request.LinkDelete;
import io.podbridge.netlink.request.LinkGroupDelete;
import io.podbridge.netlink.request.LinkSet;
import io.podbridge.netlink.request.NeighbourDelete;
import io.podbridge.netlink.request.NeighbourReplace;
import io.podbridge.netlink.request.NetlinkRequest;
import io.podbridge.netlink.request.RouteDelete;
import io.podbridge.netlink.request.RouteReplace;
import io.podbridge.netlink.request.VethPeer;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * What the command of a golden request says, as a request of this library.
 *
 * @param name the file in {@code golden/request}
 * @param request the same request
 * @param differences the lines of {@link MessageLines} that ip(8) sends and this backend does not, after a minus, and the other way
 *        round, after a plus
 */
record GoldenRequest(String name, NetlinkRequest request, List<String> differences) {
    /** ip(8) sends texts without their final zero where the kernel takes both. */
    private static final String[] KIND_BRIDGE = {"- link 18/1 627269646765", "+ link 18/1 62726964676500"};
    private static final String[] KIND_VETH = {"- link 18/1 76657468", "+ link 18/1 7665746800"};
    /** RTM_NEWLINK without NLM_F_CREATE is RTM_SETLINK. */
    private static final String[] SETLINK = {"- type 16", "+ type 19"};
    /** ip(8) names the main table in the header alone. */
    private static final String[] MAIN_TABLE = {"+ route 15 fe000000"};

    private static final LinkId ETH0 = new LinkId(7, "eth0");
    private static final LinkId ETH1 = new LinkId(3, "eth1");
    private static final LinkId ETH1_NIC = new LinkId(3, "eth1-nic");
    private static final LinkId ETH2 = new LinkId(12, "eth2");
    private static final String LONG_NAME = "a-name-that-is-longer-than-fifteen-bytes";

    static Stream<GoldenRequest> all() {
        return Stream.of(links(), linkSets(), ports(), addresses(), routes(), routesOfOddKinds(), routes6(), neighbours())
                .flatMap(List::stream);
    }

    private static List<GoldenRequest> links() {
        return List.of(
                of("link-add-bridge",
                        LinkAdd.bridge("k6t-eth0").index(20000001).mac(MacAddress.parse("02:00:5e:10:00:01")).mtu(1450)
                                .multicastSnooping(false).build(),
                        KIND_BRIDGE),
                of("link-add-veth", LinkAdd.veth("eth0", peer("veth1234", 9, "0a:58:0a:f4:01:01")).index(7)
                        .mac(MacAddress.parse("0a:58:0a:f4:01:07")).mtu(1450).build(), KIND_VETH),
                of("link-del", new LinkDelete(new LinkId(77, "gone"))),
                of("link-del-group", new LinkGroupDelete(4711)));
    }

    private static List<GoldenRequest> linkSets() {
        return List.of(
                of("link-set-up", LinkSet.of(ETH0, new LinkChange.Up()), SETLINK),
                of("link-set-down", LinkSet.of(ETH1, new LinkChange.Down()), SETLINK),
                of("link-set-mtu-address-name",
                        LinkSet.of(ETH1, new LinkChange.Mac(MacAddress.parse("02:00:00:00:00:11")), new LinkChange.Mtu(1400),
                                new LinkChange.Group(4711), new LinkChange.Name("eth1-nic")),
                        SETLINK),
                of("link-set-alias", LinkSet.of(ETH1_NIC, new LinkChange.Alias("the pod’s other NIC")), SETLINK),
                of("link-set-addrgenmode", LinkSet.of(ETH1_NIC, new LinkChange.AddrGen(AddrGenMode.NONE)), SETLINK),
                of("link-altname-add", LinkSet.of(ETH1_NIC, new LinkChange.AddAltName(LONG_NAME))),
                of("link-altname-del", LinkSet.of(ETH1_NIC, new LinkChange.DeleteAltName(LONG_NAME))));
    }

    /** bridge(8) asks the bridge's own family, ip(8) names a kind that is none; this backend names the kind of the master. */
    private static List<GoldenRequest> ports() {
        LinkSet learningOff = LinkSet.of(ETH1_NIC, new LinkChange.Learning(false));
        return List.of(
                of("link-set-master", LinkSet.of(ETH1_NIC, new LinkChange.Master(new LinkId(20000001, "k6t-eth0"))), SETLINK),
                of("link-set-nomaster", LinkSet.of(ETH1_NIC, new LinkChange.NoMaster()), SETLINK),
                of("link-set-slave-learning-off", learningOff, "- link 18/1 6272696467655f736c617665",
                        "+ link 18/4 62726964676500"),
                of("link-set-learning-off", learningOff, "- type 19", "+ type 16",
                        "- link header 07000000030000000000000000000000", "+ link header 00000000030000000000000000000000",
                        "- link 12/8 00", "+ link 18/4 62726964676500", "+ link 18/5/8 00"));
    }

    private static List<GoldenRequest> addresses() {
        Lifetime hour = new Lifetime(3600);
        Lifetime half = new Lifetime(1800);
        return List.of(
                of("addr-add-v4",
                        new AddressAdd(ETH0, address(ETH0, "10.244.1.7/24").broadcast(ip("10.244.1.255")).label("eth0:pod")
                                .metric(50).build())),
                of("addr-add-v4-peer", new AddressAdd(ETH0, address(ETH0, "192.168.7.1/32").peer(ip("192.168.7.2"))
                        .scope(Scope.LINK).build())),
                of("addr-replace-v4-lifetimes", new AddressReplace(ETH2, address(ETH2, "10.244.9.7/24").validLifetime(hour)
                        .preferredLifetime(half).build())),
                of("addr-add-v6", new AddressAdd(ETH0, address(ETH0, "fd00:10:244:1::7/64")
                        .flags(new AddressFlags(AddressFlags.NODAD | AddressFlags.NOPREFIXROUTE | AddressFlags.PERMANENT))
                        .build())),
                // ip(8) takes the attribute only for flags that the header has no room for.
                of("addr-replace-v6-lifetimes", new AddressReplace(ETH2, address(ETH2, "fd00:10:244:9::7/64").validLifetime(hour)
                        .preferredLifetime(half).flags(new AddressFlags(AddressFlags.NODAD)).build()),
                        "- addr header 0a4002000c000000", "+ addr header 0a4000000c000000", "+ addr 8 02000000"),
                of("addr-del-v4", new AddressDelete(ETH2, address(ETH2, "10.99.0.1/32").label("eth2:old").build())),
                of("addr-del-v6", new AddressDelete(ETH2, address(ETH2, "fd00:99::1/128").build())));
    }

    private static List<GoldenRequest> routes() {
        List<NextHop> pod = List.of(hop(ETH0, "10.244.1.1").build());
        return List.of(
                replace("route-replace-v4-default", Route.builder(IpPrefix.all(IpFamily.IPV4)).protocol(new RouteProtocol(16))
                        .preferredSource(ip("10.244.1.7")).metric(100).nextHops(pod), MAIN_TABLE),
                replace("route-replace-v4-onlink",
                        route("10.96.0.0/12").nextHops(List.of(hop(ETH0, "169.254.1.1").flags(NextHop.ONLINK | 1).build())),
                        MAIN_TABLE),
                // A table that the header has no room for: ip(8) writes 0 there, the kernel and this backend RT_TABLE_COMPAT.
                replace("route-replace-v4-metrics",
                        route("10.97.0.0/16").table(1000).metrics(Map.of(Route.METRIC_MTU, 1400L, 8, 1360L))
                                .lockedMetrics(1 << Route.METRIC_MTU).congestionControl("cubic").nextHops(pod),
                        "- route header 021000000003000100000000", "+ route header 02100000fc03000100000000",
                        "- route 8/16 6375626963", "+ route 8/16 637562696300"),
                replace("route-replace-v4-multipath",
                        route("10.98.0.0/16").protocol(RouteProtocol.STATIC).nextHops(List.of(hop(ETH0, "10.244.1.1").build(),
                                hop(ETH2, "10.8.0.1").weight(3).flags(NextHop.ONLINK).build())),
                        MAIN_TABLE),
                // ip(8) left 3 for the protocol out of this request, and the type of the route.
                of("route-del-v4", new RouteDelete(route("10.105.0.0/16").scope(Scope.LINK)
                        .nextHops(List.of(NextHop.builder().linkIndex(7).build())).build(), Map.of()),
                        "- route header 02100000fe00fd0000000000", "+ route header 02100000fe03fd0100000000",
                        "+ route 15 fe000000"));
    }

    private static List<GoldenRequest> routesOfOddKinds() {
        return List.of(
                replace("route-replace-v4-via-inet6", route("10.100.0.0/16").nextHops(List.of(hop(ETH0, "fe80::1").build())),
                        MAIN_TABLE),
                replace("route-replace-v4-blackhole", route("10.101.0.0/16").type(RouteType.BLACKHOLE).metric(7), MAIN_TABLE),
                replace("route-replace-v4-realms", route("10.102.0.0/16").nextHops(List.of(hop(ETH0, "10.244.1.1").build()))
                        .unknownAttributes(List.of(new RawAttribute(11, new byte[] {4, 0, 3, 0}))), MAIN_TABLE),
                replace("route-replace-v4-nexthop-object",
                        route("10.103.0.0/16").nextHopId(10).nextHops(List.of(hop(ETH0, "10.244.1.1").build())), MAIN_TABLE),
                replace("route-replace-v4-tos", route("10.104.0.0/16").tos(0x10).scope(Scope.LINK)
                        .nextHops(List.of(NextHop.builder().linkIndex(7).build())), MAIN_TABLE));
    }

    private static List<GoldenRequest> routes6() {
        byte[] seg6 = HexFormat.of().parseHex("30000100" + "01000000" + "0004040101000000"
                + "fc000000000000000000000000000002" + "fc000000000000000000000000000001");
        return List.of(
                replace("route-replace-v6", route("fd00:20::/48").metric(30).preference(1).expiresSeconds(600)
                        .metrics(Map.of(Route.METRIC_MTU, 1400L)).preferredSource(ip("fd00:10:244:1::7"))
                        .nextHops(List.of(hop(ETH0, "fd00:10:244:1::1").build())), MAIN_TABLE),
                // The length 0 in the header says it already.
                replace("route-replace-v6-default",
                        Route.builder(IpPrefix.all(IpFamily.IPV6)).nextHops(List.of(hop(ETH0, "fe80::1").build())),
                        "- route 1 00000000000000000000000000000000", "+ route 15 fe000000"),
                replace("route-replace-v6-multipath", route("fd00:21::/48").nextHops(
                        List.of(hop(ETH0, "fd00:10:244:1::1").weight(2).build(), hop(ETH2, "fe80::2").build())), MAIN_TABLE),
                replace("route-replace-v6-encap", route("fd00:22::/48")
                        .nextHops(List.of(NextHop.builder().linkIndex(7).encap(new RawAttribute(5, seg6)).build())), MAIN_TABLE),
                replace("route-replace-v6-from",
                        route("fd00:23::/48").sourcePrefix(IpPrefix.parse("fd00:10:244:1::/64")).table(77)
                                .nextHops(List.of(NextHop.builder().linkIndex(7).build())),
                        "+ route 15 4d000000"));
    }

    private static List<GoldenRequest> neighbours() {
        return List.of(
                of("neigh-replace", new NeighbourReplace(ETH0, neighbour("10.244.1.1", "0a:58:0a:f4:01:01").build())),
                of("neigh-replace-extern", new NeighbourReplace(ETH0, neighbour("10.244.1.9", "0a:58:0a:f4:01:09")
                        .state(Neighbour.NOARP).flags(Neighbour.EXTERNALLY_LEARNED).protocol(5).build())),
                of("neigh-replace-v6", new NeighbourReplace(ETH0, neighbour("fd00:10:244:1::1", "0a:58:0a:f4:01:01").build())),
                // A proxy has no state: what ip(8) sends is its own default, which the kernel ignores.
                of("neigh-replace-proxy",
                        new NeighbourReplace(ETH0, Neighbour.builder(7, ip("10.244.1.50")).flags(Neighbour.PROXY).build()),
                        "- neigh header 020000000700000080000800", "+ neigh header 020000000700000000000800"),
                of("fdb-replace", new ForwardingReplace(ETH0, MacAddress.parse("0a:58:0a:f4:01:07"))),
                of("neigh-del", new NeighbourDelete(ETH0, neighbour("10.244.1.10", "0a:58:0a:f4:01:0a").build())));
    }

    private static GoldenRequest of(String name, NetlinkRequest request, String... differences) {
        return new GoldenRequest(name, request, List.of(differences));
    }

    private static GoldenRequest replace(String name, Route.Builder route, String... differences) {
        return of(name, new RouteReplace(route.build(), Map.of()), differences);
    }

    private static VethPeer peer(String name, int index, String mac) {
        return new VethPeer(name, OptionalInt.of(index), Optional.of(MacAddress.parse(mac)));
    }

    private static InterfaceAddress.Builder address(LinkId link, String prefix) {
        return InterfaceAddress.builder(link.index(), IpPrefix.parse(prefix));
    }

    private static Route.Builder route(String destination) {
        return Route.builder(IpPrefix.parse(destination));
    }

    private static NextHop.Builder hop(LinkId link, String gateway) {
        return NextHop.builder().linkIndex(link.index()).gateway(ip(gateway));
    }

    private static Neighbour.Builder neighbour(String address, String mac) {
        return Neighbour.builder(ETH0.index(), ip(address)).hardwareAddress(HardwareAddress.parse(mac))
                .state(Neighbour.PERMANENT);
    }

    private static IpAddress ip(String text) {
        return IpAddress.parse(text);
    }

    @Override
    public String toString() {
        return name;
    }
}
