package io.podbridge.tests.shapes;

import io.podbridge.binding.BindingNames;
import io.podbridge.netlink.model.AddressFlags;
import io.podbridge.netlink.model.InterfaceAddress;
import io.podbridge.netlink.model.IpAddress;
import io.podbridge.netlink.model.IpFamily;
import io.podbridge.netlink.model.IpPrefix;
import io.podbridge.netlink.model.Lifetime;
import io.podbridge.netlink.model.NextHop;
import io.podbridge.netlink.model.Route;
import io.podbridge.netlink.model.RouteType;
import io.podbridge.netlink.model.Scope;
import io.podbridge.netlink.model.Sysctl;
import io.podbridge.netlink.request.LinkChange;
import io.podbridge.netlink.request.RouteAppend;
import io.podbridge.netlink.request.SysctlSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import static io.podbridge.tests.shapes.ShapeBuilder.pod;

/** Pods with what may come with any plugin: chained ones, operators, administrators. */
final class PeculiarShapes {
    private static final String SHADOWED = ": another route to the same destination comes first, and a guest is told of no priorities";

    private PeculiarShapes() {}

    static Stream<Shape> all() {
        return Stream.of(routes(), addresses(), states(), names()).flatMap(shapes -> shapes);
    }

    private static Stream<Shape> routes() {
        return Stream.of(
                plain("two default routes with metrics").via("10.1.2.2", "default", route -> route.metric(200))
                        .via("10.1.2.3", "default", route -> route.metric(50))
                        .via("10.1.2.4", "default", route -> route.metric(300))
                        .gives("has 10.1.2.5/24", "address 10.1.2.5/24", "gateway 10.1.2.3", "mtu 1500",
                                "warning: the guest is not told of the route default via 10.1.2.2" + SHADOWED,
                                "warning: the guest is not told of the route default via 10.1.2.4" + SHADOWED),
                plain("the default route is another NIC's").veth("net1").ip("10.7.7.5/24").via("10.7.7.1", "default")
                        .gives("has 10.1.2.5/24", "address 10.1.2.5/24", "mtu 1500"),
                plain("a default route of several next hops")
                        .requests(Furnishing.multipath("0.0.0.0/0", "eth0 10.1.2.1", "eth0 10.1.2.2"))
                        .gives("has 10.1.2.5/24", "address 10.1.2.5/24", "mtu 1500",
                                "warning: the guest is not told of the route default via 10.1.2.1 via 10.1.2.2:"
                                        + " it has several next hops"),
                plain("an IPv4 route by an IPv6 gateway").via("10.1.2.1", "default")
                        .request(nic -> Furnishing.route(nic, "10.9.0.0/16", Optional.empty(),
                                route -> route.scope(Scope.UNIVERSE).nextHops(
                                        List.of(NextHop.builder().linkIndex(nic.index()).gateway(IpAddress.parse("fe80::1"))
                                                .build()))))
                        .gives("has 10.1.2.5/24", "address 10.1.2.5/24", "gateway 10.1.2.1", "mtu 1500",
                                "warning: the guest is not told of the route 10.9.0.0/16 via fe80::1:"
                                        + " its gateway is of the other address family"),
                plain("a blackhole beside").via("10.1.2.1", "default").requests(handler -> special("blackhole", "10.8.0.0/16"))
                        .gives("has 10.1.2.5/24", "address 10.1.2.5/24", "gateway 10.1.2.1", "mtu 1500",
                                "warning: the guest is not told of the route blackhole 10.8.0.0/16: it is of type blackhole"),
                plain("routes in another table").via("10.1.2.1", "default")
                        .via("10.1.2.1", "default", route -> route.table(100))
                        .gives("has 10.1.2.5/24", "address 10.1.2.5/24", "gateway 10.1.2.1", "mtu 1500",
                                "warning: the guest is not told of the route default via 10.1.2.1:"
                                        + " it is in table 100, and a guest is told of one table"),
                plain("a VPN's two halves of everything").via("10.1.2.1", "default").via("10.1.2.9", "0.0.0.0/1", "128.0.0.0/1")
                        .gives("has 10.1.2.5/24", "address 10.1.2.5/24", "gateway 10.1.2.1", "route 0.0.0.0/1 via 10.1.2.9",
                                "route 128.0.0.0/1 via 10.1.2.9", "route 0.0.0.0/0 via 10.1.2.1", "mtu 1500"),
                plain("a gateway behind a route that is longer than the subnet").onLink("10.1.3.1/32")
                        .via("10.1.3.1", "10.9.0.0/16", "default")
                        .gives("has 10.1.2.5/24", "address 10.1.2.5/24", "gateway 10.1.3.1", "route 10.1.3.1/32 on-link",
                                "route 10.9.0.0/16 via 10.1.3.1", "route 0.0.0.0/0 via 10.1.3.1", "mtu 1500"),
                plain("a route of another link has the pod's address as source").via("10.1.2.1", "default").veth("net1")
                        .onLink("10.77.0.0/16", route -> route.preferredSource(IpAddress.parse("10.1.2.5")))
                        .gives("has 10.1.2.5/24", "address 10.1.2.5/24", "gateway 10.1.2.1", "mtu 1500"));
    }

    private static Stream<Shape> addresses() {
        return Stream.of(
                plain("two addresses in one subnet").ip("10.1.2.6/24").via("10.1.2.1", "default")
                        .gives("has 10.1.2.5/24", "has 10.1.2.6/24", "address 10.1.2.5/24", "gateway 10.1.2.1", "mtu 1500",
                                noAddress("10.1.2.6/24")),
                plain("two addresses in two subnets").ip("10.66.0.5/16", "fd00:1::5/64", "fd00:2::5/64")
                        .via("10.1.2.1", "default").via("fd00:2::1", "default")
                        .gives("has 10.1.2.5/24", "has 10.66.0.5/16", "has fd00:2::5/64", "has fd00:1::5/64",
                                "address 10.1.2.5/24", "gateway 10.1.2.1", "route 10.66.0.0/16 on-link",
                                "route 0.0.0.0/0 via 10.1.2.1", "address fd00:2::5/64", "address fd00:1::5/64",
                                "gateway fd00:2::1", "mtu 1500", noAddress("10.66.0.5/16"),
                                "warning: the guest gets the route 10.66.0.0/16 without its source 10.66.0.5"),
                pod("lifetimes that end").ip("10.1.2.5/24", PeculiarShapes::lent).ip("fd00:1::5/64", PeculiarShapes::lent)
                        .via("10.1.2.1", "default").via("fd00:1::1", "default")
                        .gives("has 10.1.2.5/24", "has fd00:1::5/64", "address 10.1.2.5/24", "gateway 10.1.2.1",
                                "address fd00:1::5/64", "gateway fd00:1::1", "mtu 1500"),
                pod("a label").ip("10.1.2.5/24", address -> address.label("eth0:vip").broadcast(IpAddress.parse("10.1.2.255")))
                        .via("10.1.2.1", "default")
                        .gives("has 10.1.2.5/24", "address 10.1.2.5/24", "gateway 10.1.2.1", "mtu 1500"),
                pod("an address that makes no route")
                        .ip("10.1.2.5/24", address -> address.flags(new AddressFlags(AddressFlags.NOPREFIXROUTE)))
                        .onLink("10.1.2.1/32").via("10.1.2.1", "default")
                        .gives("has 10.1.2.5/24", "address 10.1.2.5/24", "gateway 10.1.2.1", "route 10.1.2.1/32 on-link",
                                "route 0.0.0.0/0 via 10.1.2.1", "mtu 1500"),
                pod("no address at all: a network of Multus on layer 2").nic("net1").gives("no address", "mtu 1500"));
    }

    private static Stream<Shape> states() {
        return Stream.of(
                plain("found down").change(new LinkChange.Down()).gives("has 10.1.2.5/24", "address 10.1.2.5/24", "mtu 1500"),
                plain("IPv6 off on the NIC").via("10.1.2.1", "default").request(nic -> new SysctlSet(
                        Sysctl.ofLink(IpFamily.IPV6, nic, "disable_ipv6"),
                        "1"))
                        .gives("has 10.1.2.5/24", "address 10.1.2.5/24", "gateway 10.1.2.1", "mtu 1500"),
                plain("IPv6 off everywhere").via("10.1.2.1", "default").setting("1", "net", "ipv6", "conf", "all", "disable_ipv6")
                        .setting("1", "net", "ipv6", "conf", "default", "disable_ipv6")
                        .gives("has 10.1.2.5/24", "address 10.1.2.5/24", "gateway 10.1.2.1", "mtu 1500"),
                plain("too small an MTU for IPv6").via("10.1.2.1", "default").change(new LinkChange.Mtu(1200))
                        .gives("has 10.1.2.5/24", "address 10.1.2.5/24", "gateway 10.1.2.1", "mtu 1200"),
                plain("an alias and a long alternative name").via("10.1.2.1", "default")
                        .change(new LinkChange.Alias("uplink"), new LinkChange.AddAltName("the-pods-own-interface"))
                        .gives("has 10.1.2.5/24", "address 10.1.2.5/24", "gateway 10.1.2.1", "mtu 1500"),
                plain("foreign tunnels beside it").via("10.1.2.1", "default").foreign(Driver.SIT, "sit1")
                        .foreign(Driver.IP6TNL, "ip6tnl1")
                        .gives("has 10.1.2.5/24", "address 10.1.2.5/24", "gateway 10.1.2.1", "mtu 1500"),
                plain("a VXLAN beside it").via("10.1.2.1", "default").foreign(Driver.VXLAN, "vxlan1")
                        .gives("has 10.1.2.5/24", "address 10.1.2.5/24", "gateway 10.1.2.1", "mtu 1500"));
    }

    private static Stream<Shape> names() {
        return Stream.of(
                pod("a name of 11 bytes, the longest that leaves room").nic("eleven-byte").ip("10.1.2.5/24")
                        .gives("has 10.1.2.5/24", "address 10.1.2.5/24", "mtu 1500"),
                pod("a name of 15 bytes, with other names for the rest").nic("fifteen-bytes-x").ip("10.1.2.5/24")
                        .binds(binding -> binding.withNames(new BindingNames("vm-nic", "vm-bridge", "vm-tap")))
                        .gives("has 10.1.2.5/24", "address 10.1.2.5/24", "mtu 1500"),
                pod("the name that KubeVirt gives to a network of Multus").nic("pod6446d58d6df").ip("10.1.2.5/24")
                        .gives("has 10.1.2.5/24", "address 10.1.2.5/24", "mtu 1500"),
                pod("a name with a dot").nic("eth0.5").ip("10.1.2.5/24").via("10.1.2.1", "default")
                        .gives("has 10.1.2.5/24", "address 10.1.2.5/24", "gateway 10.1.2.1", "mtu 1500"),
                pod("the tenth interface of a VM").nic("net9").ip("10.1.2.5/24").binds(binding -> binding.withFakeAddressIndex(9))
                        .gives("has 10.1.2.5/24", "address 10.1.2.5/24", "mtu 1500"));
    }

    private static ShapeBuilder plain(String name) {
        return pod(name).ip("10.1.2.5/24");
    }

    private static String noAddress(String prefix) {
        return "warning: the guest does not get the address " + prefix
                + ": DHCP gives out one IPv4 address, which is 10.1.2.5/24";
    }

    private static void lent(InterfaceAddress.Builder address) {
        address.validLifetime(new Lifetime(3600)).preferredLifetime(new Lifetime(1800));
    }

    private static RouteAppend special(String type, String destination) {
        return new RouteAppend(Route.builder(IpPrefix.parse(destination)).type(RouteType.named(type)).build(), Map.of());
    }
}
