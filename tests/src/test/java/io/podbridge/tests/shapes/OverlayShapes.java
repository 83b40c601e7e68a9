package io.podbridge.tests.shapes;

import io.podbridge.netlink.model.Route;
import java.util.Map;
import java.util.stream.Stream;

import static io.podbridge.tests.shapes.ShapeBuilder.pod;

/** Pods of plugins that give each node a subnet, with a bridge or the node itself as its router. */
final class OverlayShapes {

    private OverlayShapes() {}

    static Stream<Shape> all() {
        return Stream.of(
                pod("flannel").mtu(1450).ip("10.244.1.5/24").via("10.244.1.1", "default", "10.244.0.0/16")
                        .gives("has 10.244.1.5/24", "address 10.244.1.5/24", "gateway 10.244.1.1",
                                "route 10.244.0.0/16 via 10.244.1.1", "route 0.0.0.0/0 via 10.244.1.1", "mtu 1450"),
                pod("flannel that is no default gateway").mtu(1450).ip("10.244.1.5/24").via("10.244.1.1", "10.244.0.0/16")
                        .gives("has 10.244.1.5/24", "address 10.244.1.5/24", "route 10.244.0.0/16 via 10.244.1.1", "mtu 1450"),
                pod("flannel, dual stack").mtu(1450).ip("10.244.1.5/24", "2001:cafe:42:1::5/64")
                        .via("10.244.1.1", "default", "10.244.0.0/16")
                        .via("2001:cafe:42:1::1", "default", "2001:cafe:42::/56")
                        .gives("has 10.244.1.5/24", "has 2001:cafe:42:1::5/64", "address 10.244.1.5/24", "gateway 10.244.1.1",
                                "route 10.244.0.0/16 via 10.244.1.1", "route 0.0.0.0/0 via 10.244.1.1",
                                "address 2001:cafe:42:1::5/64", "gateway 2001:cafe:42:1::1",
                                "route 2001:cafe:42::/56 via 2001:cafe:42:1::1", "mtu 1450"),
                pod("Weave Net").mtu(1376).ip("10.32.0.5/12").via("10.32.0.1", "default").onLink("224.0.0.0/4")
                        .gives("has 10.32.0.5/12", "address 10.32.0.5/12", "gateway 10.32.0.1", "route 224.0.0.0/4 on-link",
                                "route 0.0.0.0/0 via 10.32.0.1", "mtu 1376"),
                pod("Antrea, dual stack").mtu(1430).ip("10.10.1.5/24", "fd74:ca9b:172:19::5/64").via("10.10.1.1", "default")
                        .via("fd74:ca9b:172:19::1", "default")
                        .gives("has 10.10.1.5/24", "has fd74:ca9b:172:19::5/64", "address 10.10.1.5/24", "gateway 10.10.1.1",
                                "address fd74:ca9b:172:19::5/64", "gateway fd74:ca9b:172:19::1", "mtu 1430"),
                pod("kube-router").ip("10.244.2.5/24").via("10.244.2.1", "default")
                        .gives("has 10.244.2.5/24", "address 10.244.2.5/24", "gateway 10.244.2.1", "mtu 1500"),
                pod("Kube-OVN, dual stack").mtu(1400).ip("10.16.0.5/16", "fd00:10:16::5/112").via("10.16.0.1", "default")
                        .via("fd00:10:16::1", "default")
                        .gives("has 10.16.0.5/16", "has fd00:10:16::5/112", "address 10.16.0.5/16", "gateway 10.16.0.1",
                                "address fd00:10:16::5/112", "gateway fd00:10:16::1", "mtu 1400"),
                pod("Tungsten Fabric").ip("10.47.255.250/12").via("10.47.255.254", "default")
                        .gives("has 10.47.255.250/12", "address 10.47.255.250/12", "gateway 10.47.255.254", "mtu 1500"),
                pod("OVN-Kubernetes").mtu(1400).ip("10.128.2.5/23")
                        .via("10.128.2.1", "default", "10.128.0.0/14", "100.64.0.0/16", "169.254.0.5/32", "172.30.0.0/16")
                        .gives("has 10.128.2.5/23", "address 10.128.2.5/23", "gateway 10.128.2.1",
                                "route 169.254.0.5/32 via 10.128.2.1", "route 100.64.0.0/16 via 10.128.2.1",
                                "route 172.30.0.0/16 via 10.128.2.1", "route 10.128.0.0/14 via 10.128.2.1",
                                "route 0.0.0.0/0 via 10.128.2.1", "mtu 1400"),
                userDefinedNetwork("OVN-Kubernetes, a network of the user's own is the primary").bound()
                        .gives("has 192.168.0.5/16", "address 192.168.0.5/16", "gateway 192.168.0.1", "mtu 1500"),
                userDefinedNetwork("OVN-Kubernetes, eth0 beside such a network")
                        .gives("has 10.128.2.5/23", "address 10.128.2.5/23", "route 172.30.0.0/16 via 10.128.2.1",
                                "route 10.128.0.0/14 via 10.128.2.1", "mtu 1400"),
                pod("OpenShift SDN").mtu(1450).ip("10.128.2.5/23").onLink("10.128.0.0/14", "224.0.0.0/4")
                        .via("10.128.2.1", "default", "172.30.0.0/16")
                        .gives("has 10.128.2.5/23", "address 10.128.2.5/23", "gateway 10.128.2.1", "route 10.128.0.0/14 on-link",
                                "route 224.0.0.0/4 on-link", "route 172.30.0.0/16 via 10.128.2.1",
                                "route 0.0.0.0/0 via 10.128.2.1", "mtu 1450"),
                kindnet("kindnet").mtu(1500)
                        .gives("has 10.244.0.5/24", "address 10.244.0.5/24", "gateway 10.244.0.1", "route 10.244.0.1/32 on-link",
                                "route 10.244.0.0/24 via 10.244.0.1", "route 0.0.0.0/0 via 10.244.0.1", "mtu 1500"),
                kindnet("GKE, which is the same with a smaller MTU").mtu(1460)
                        .gives("has 10.244.0.5/24", "address 10.244.0.5/24", "gateway 10.244.0.1", "route 10.244.0.1/32 on-link",
                                "route 10.244.0.0/24 via 10.244.0.1", "route 0.0.0.0/0 via 10.244.0.1", "mtu 1460"),
                kindnet("kindnet with as much as a tap carries").mtu(65_521)
                        .gives("has 10.244.0.5/24", "address 10.244.0.5/24", "gateway 10.244.0.1", "route 10.244.0.1/32 on-link",
                                "route 10.244.0.0/24 via 10.244.0.1", "route 0.0.0.0/0 via 10.244.0.1", "mtu 65521"),
                pod("a bridge plugin whose default route has the tunnel's MTU").ip("10.22.0.5/16")
                        .via("10.22.0.1", "default", route -> route.metrics(Map.of(Route.METRIC_MTU, 1420L)))
                        .gives("has 10.22.0.5/16", "address 10.22.0.5/16", "gateway 10.22.0.1", "mtu 1420"));
    }

    private static ShapeBuilder userDefinedNetwork(String name) {
        return pod(name).mtu(1400).ip("10.128.2.5/23").via("10.128.2.1", "10.128.0.0/14", "172.30.0.0/16").veth("ovn-udn1")
                .ip("192.168.0.5/16").via("192.168.0.1", "default");
    }

    /** The ptp plugin, too: the router is on the link, and the subnet is reached through it. */
    static ShapeBuilder kindnet(String name) {
        return pod(name).ip("10.244.0.5/24").withoutRoute("10.244.0.0/24").onLink("10.244.0.1/32")
                .via("10.244.0.1", "10.244.0.0/24", "default");
    }
}
