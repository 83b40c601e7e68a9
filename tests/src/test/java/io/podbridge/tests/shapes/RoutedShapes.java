package io.podbridge.tests.shapes;

import io.podbridge.netlink.model.IpAddress;
import io.podbridge.netlink.model.NextHop;
import io.podbridge.netlink.model.Route;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import static io.podbridge.tests.shapes.ShapeBuilder.pod;

/** Pods of plugins that route each pod by itself: it has a host's prefix, and its gateway is in no subnet of its own. */
final class RoutedShapes {

    private RoutedShapes() {}

    static Stream<Shape> all() {
        return Stream.of(
                calico("Calico", "192.168.3.5/32").mtu(1480)
                        .gives("has 192.168.3.5/32", "address 192.168.3.5/32", "gateway 169.254.1.1",
                                "route 169.254.1.1/32 on-link", "route 0.0.0.0/0 via 169.254.1.1", "mtu 1480"),
                calico("Calico, dual stack", "192.168.3.5/32").ip("fd00:192:168::5/128")
                        .via("fe80::ecee:eeff:feee:eeee", "default")
                        .gives("has 192.168.3.5/32", "has fd00:192:168::5/128", "address 192.168.3.5/32", "gateway 169.254.1.1",
                                "route 169.254.1.1/32 on-link", "route 0.0.0.0/0 via 169.254.1.1",
                                "address fd00:192:168::5/128", "gateway fe80::ecee:eeff:feee:eeee", "mtu 1500"),
                pod("Calico, IPv6 only").ip("fd00:192:168::5/128").via("fe80::ecee:eeff:feee:eeee", "default")
                        .gives("has fd00:192:168::5/128", "address fd00:192:168::5/128", "gateway fe80::ecee:eeff:feee:eeee",
                                "mtu 1500"),
                calico("Canal", "10.244.1.5/32").mtu(1450)
                        .gives("has 10.244.1.5/32", "address 10.244.1.5/32", "gateway 169.254.1.1",
                                "route 169.254.1.1/32 on-link", "route 0.0.0.0/0 via 169.254.1.1", "mtu 1450"),
                calico("AWS VPC CNI", "10.0.42.17/32").mtu(9001).neighbour("169.254.1.1")
                        .gives("has 10.0.42.17/32", "address 10.0.42.17/32", "gateway 169.254.1.1",
                                "route 169.254.1.1/32 on-link", "route 0.0.0.0/0 via 169.254.1.1", "mtu 9001"),
                pod("AWS VPC CNI, IPv6 with an IPv4 way out").mtu(9001).ip("2600:1f14::5/128").onLink("fe80::1/128")
                        .via("fe80::1", "default").neighbour("fe80::1").veth("v4if0").ip("169.254.172.5/22")
                        .via("169.254.172.1", "default")
                        .gives("has 2600:1f14::5/128", "address 2600:1f14::5/128", "gateway fe80::1", "route fe80::1/128 on-link",
                                "mtu 9001"),
                pod("Azure CNI").ip("10.240.0.35/16").withoutRoute("10.240.0.0/16").onLink("169.254.1.1/32")
                        .via("169.254.1.1", "default").neighbour("169.254.1.1")
                        .gives("has 10.240.0.35/16", "address 10.240.0.35/16", "gateway 169.254.1.1",
                                "route 169.254.1.1/32 on-link", "route 0.0.0.0/0 via 169.254.1.1", "mtu 1500"),
                pod("Alibaba's Terway").ip("172.16.1.5/32").onLink("169.254.1.1/32").via("169.254.1.1", "default")
                        .neighbour("169.254.1.1").ip("fd00:172::5/128").onLink("fe80::1/128").via("fe80::1", "default")
                        .gives("has 172.16.1.5/32", "has fd00:172::5/128", "address 172.16.1.5/32", "gateway 169.254.1.1",
                                "route 169.254.1.1/32 on-link", "route 0.0.0.0/0 via 169.254.1.1", "address fd00:172::5/128",
                                "gateway fe80::1", "route fe80::1/128 on-link", "mtu 1500"),
                pod("Romana").ip("10.112.1.5/32").onLink("172.142.0.1/32").via("172.142.0.1", "default")
                        .gives("has 10.112.1.5/32", "address 10.112.1.5/32", "gateway 172.142.0.1",
                                "route 172.142.0.1/32 on-link", "route 0.0.0.0/0 via 172.142.0.1", "mtu 1500"),
                cilium("Cilium").gives("has 10.0.1.5/32", "address 10.0.1.5/32", "gateway 10.0.1.1", "route 10.0.1.1/32 on-link",
                        "route 0.0.0.0/0 via 10.0.1.1", "mtu 1450"),
                cilium("Cilium, dual stack").ip("fd00:10::5/128").onLink("fd00:10::1/128")
                        .via("fd00:10::1", "default", route -> route.metrics(Map.of(Route.METRIC_MTU, 1430L)))
                        .gives("has 10.0.1.5/32", "has fd00:10::5/128", "address 10.0.1.5/32", "gateway 10.0.1.1",
                                "route 10.0.1.1/32 on-link", "route 0.0.0.0/0 via 10.0.1.1", "address fd00:10::5/128",
                                "gateway fd00:10::1", "route fd00:10::1/128 on-link", "mtu 1430"),
                pod("a gateway outside the subnet, onlink").ip("10.1.2.5/24")
                        .via("192.0.2.1", "default", route -> onLinkHop(route, "192.0.2.1"))
                        .gives("has 10.1.2.5/24", "address 10.1.2.5/24", "gateway 192.0.2.1", "route 192.0.2.1/32 on-link",
                                "route 0.0.0.0/0 via 192.0.2.1", "mtu 1500"),
                pod("a default route without a gateway").ip("10.1.2.5/32").onLink("default")
                        .gives("has 10.1.2.5/32", "address 10.1.2.5/32", "route 0.0.0.0/0 on-link", "mtu 1500"),
                pod("an address with a peer").ip("10.1.2.5/32", address -> address.peer(IpAddress.parse("10.1.2.1")))
                        .via("10.1.2.1", "default")
                        .gives("has 10.1.2.5 peer 10.1.2.1/32", "address 10.1.2.5/32", "gateway 10.1.2.1",
                                "route 10.1.2.1/32 on-link", "route 0.0.0.0/0 via 10.1.2.1", "mtu 1500"),
                pod("a subnet of two").ip("10.1.2.4/31").via("10.1.2.5", "default")
                        .gives("has 10.1.2.4/31", "address 10.1.2.4/31", "gateway 10.1.2.5", "mtu 1500"));
    }

    private static ShapeBuilder calico(String name, String address) {
        return pod(name).ip(address).onLink("169.254.1.1/32").via("169.254.1.1", "default");
    }

    private static ShapeBuilder cilium(String name) {
        return pod(name).ip("10.0.1.5/32").onLink("10.0.1.1/32")
                .via("10.0.1.1", "default", route -> route.metrics(Map.of(Route.METRIC_MTU, 1450L)));
    }

    /** The link is the one that the route has already. */
    private static void onLinkHop(Route.Builder route, String gateway) {
        NextHop hop = route.build().nextHops().get(0);
        route.nextHops(List.of(hop.toBuilder().gateway(IpAddress.parse(gateway)).flags(NextHop.ONLINK).build()));
    }
}
