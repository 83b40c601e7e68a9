package io.podbridge.tests.restore;

import io.podbridge.binding.Refusal.Code;
import java.util.stream.Stream;

import static io.podbridge.tests.restore.Peculiarity.refused;
import static io.podbridge.tests.restore.Peculiarity.restored;

/** Pods that are special by their routes. */
final class SpecialRoutes {

    private SpecialRoutes() {}

    static Stream<Peculiarity> all() {
        return Stream.of(ipv4(), ipv6(), encapsulated(), besideAnotherLink(), nextHopObjects()).flatMap(rows -> rows);
    }

    private static Stream<Peculiarity> ipv4() {
        return Stream.of(
                restored("table, metric, MTU, source, protocol, onlink",
                        "route add 10.96.0.0/12 via 10.244.1.1 dev eth0 table 100 metric 5 mtu 1400 src 10.244.1.7",
                        "route add 10.5.0.0/16 dev eth0 scope link proto 42",
                        "route add 203.0.113.0/24 via 169.254.1.1 dev eth0 onlink"),
                restored("multipath",
                        "route add 10.6.0.0/16 nexthop via 10.244.1.1 dev eth0 weight 2 nexthop via 10.244.1.3 dev eth0 weight 1"),
                restored("IPv4 via inet6", "route add 10.7.0.0/16 via inet6 fe80::1 dev eth0", "route add blackhole 10.8.0.0/16"),
                restored("realm", "route add 10.20.0.0/16 via 10.244.1.1 realm 5",
                        "route add 10.20.1.0/24 via 10.244.1.1 realms 6/7").refusedByIp(Code.ROUTE_NOT_RESTORABLE),
                restored("congctl", "route add 10.20.1.0/24 via 10.244.1.1 congctl reno",
                        "route add 10.20.1.0/25 via 10.244.1.1 congctl lock cubic")
                        .refusedByIp(Code.ROUTE_NOT_RESTORABLE),
                restored("rto_min", "route add 10.20.2.0/24 via 10.244.1.1 rto_min 300ms"),
                restored("initcwnd, initrwnd, quickack",
                        "route add 10.20.3.0/24 via 10.244.1.1 initcwnd 20 initrwnd 21 quickack 1"),
                restored("tos", "route add 10.20.4.0/24 via 10.244.1.1 tos 0x10", "route add 10.20.4.0/24 via 10.244.1.1"),
                restored("all metrics", "route add 10.20.5.0/24 via 10.244.1.1 mtu lock 1300 advmss 1200 window 1000 rtt 100ms"
                        + " rttvar 50ms ssthresh 40 cwnd lock 30 hoplimit 9 reordering 4 features ecn fastopen_no_cookie 1"),
                restored("local routes by hand", "route add local 10.20.6.1 dev eth0",
                        "route add local 10.20.7.0/24 dev eth0 table 77"),
                restored("a broadcast route by hand", "route add broadcast 10.20.8.0 dev eth0 table 77"),
                restored("an anycast route by hand", "route add anycast 10.20.13.1 dev eth0"),
                restored("a multicast route by hand", "route add multicast 239.0.0.0/8 dev eth0"),
                restored("routes without a link", "route add unreachable 10.20.9.0/24",
                        "route add prohibit 10.20.10.0/24 table 77",
                        "route add throw 10.20.11.0/24 table 77", "route add blackhole default metric 9999"),
                restored("two IPv4 default routes", "route add default via 10.244.1.3 metric 2048"),
                restored("routes that differ in their way alone", "route append default via 10.244.1.3",
                        "route append default via 10.244.1.2"),
                restored("a gateway behind a host route", "route add 172.16.0.1 dev eth0 scope link",
                        "route add 172.17.0.0/16 via 172.16.0.1 dev eth0"),
                restored("a connected route that is gone", "route del 10.244.1.0/24 dev eth0 scope link",
                        "route replace default via 10.244.1.1 dev eth0 onlink"),
                restored("a connected route with another metric",
                        "route add 10.244.1.0/24 dev eth0 proto kernel scope link src 10.244.1.7 metric 500"),
                refused(Code.ROUTE_NOT_RESTORABLE, "a gateway whose way is gone",
                        "route del 10.244.1.0/24 dev eth0 scope link"),
                restored("an address's own local route that is gone", "addr add 10.5.0.4/24 dev eth0",
                        "route del local 10.5.0.4 dev eth0 table local").exceptFor("local 10.5.0.4"));
    }

    private static Stream<Peculiarity> ipv6() {
        return Stream.of(
                restored("IPv6 metric, preference, source",
                        "route add fd00:7::/64 via fd00:10:244:1::1 dev eth0 metric 77 pref high",
                        "route add fd20:6::/64 via fd00:10:244:1::1 pref low",
                        "route add fd00:8::/64 via fe80::1 dev eth0 src fd00:10:244:1::7"),
                restored("IPv6 metrics",
                        "route add fd20:7::/64 via fd00:10:244:1::1 mtu lock 1300 initcwnd 7 hoplimit 3 advmss 1000"
                                + " congctl reno rto_min 100ms quickack 1"),
                restored("a local IPv6 route by hand", "route add local fd20::1 dev eth0"),
                restored("an anycast IPv6 route by hand", "route add anycast fd20::2 dev eth0"),
                restored("multicast IPv6 routes by hand", "route add multicast ff05::/16 dev eth0",
                        "route add multicast ff05::/16 dev eth0 table 77"),
                restored("IPv6 routes without a link", "route add unreachable fd20:1::/64 dev eth0",
                        "route add prohibit fd20:2::/64 dev eth0", "route add blackhole fd20:3::/64",
                        "-6 route add throw fd20:4::/64 table 77", "-6 route add unreachable default metric 9999"),
                restored("expires", "route add fd20:5::/64 via fd00:10:244:1::1 expires 300"),
                restored("IPv6 multipath",
                        "route add fd20:8::/64 nexthop via fd00:10:244:1::1 weight 3 nexthop via fd00:10:244:1::3 weight 2"),
                restored("from", "route add fd20:9::/64 from fd00:10:244:1::/64 via fd00:10:244:1::1"),
                restored("two IPv6 default routes", "route add default via fd00:10:244:1::3 metric 2048"),
                restored("an IPv6 gateway behind a host route", "route add fd16::1 dev eth0",
                        "route add fd17::/64 via fd16::1 dev eth0"),
                restored("onlink", "route add fd18::/64 via fd19::1 dev eth0 onlink"),
                restored("a connected IPv6 route that is gone", "route del fd00:10:244:1::/64 dev eth0",
                        "route replace default via fd00:10:244:1::1 dev eth0 onlink"),
                restored("the link-local subnet's route that is gone", "route del fe80::/64 dev eth0").exceptFor("fe80::/64"),
                restored("a router's route", "route add fd20:a::/64 via fe80::1 dev eth0 proto ra expires 1800")
                        .exceptFor("fd20:a::/64"),
                restored("a link-local route with a metric", "route add fe80::/64 dev eth0 metric 5"));
    }

    private static Stream<Peculiarity> encapsulated() {
        return Stream.of(
                restored("encap mpls", "route add 10.21.0.0/16 encap mpls 100 via 10.244.1.1")
                        .refusedByIp(Code.ROUTE_NOT_RESTORABLE).ifTheKernelCan(),
                restored("encap seg6", "-6 route add fd21::/64 encap seg6 mode encap segs fd00::9 dev eth0")
                        .refusedByIp(Code.ROUTE_NOT_RESTORABLE).ifTheKernelCan(),
                restored("encap seg6local", "-6 route add fd21:2::/64 encap seg6local action End dev eth0")
                        .refusedByIp(Code.ROUTE_NOT_RESTORABLE).ifTheKernelCan(),
                restored("encap ip", "route add 10.21.1.0/24 encap ip id 5 dst 10.1.1.1 ttl 9 dev eth0",
                        "-6 route add fd21:1::/64 encap ip6 id 5 dst fd00::9 dev eth0").refusedByIp(Code.ROUTE_NOT_RESTORABLE)
                        .ifTheKernelCan());
    }

    private static Stream<Peculiarity> besideAnotherLink() {
        String[] other = {"link add br0 type bridge", "link set br0 up", "addr add 10.200.0.1/24 dev br0",
                "addr add fd00:200::1/64 dev br0 nodad"};
        return Stream.of(
                beside(other, "another link's routes from the pod's addresses", "route add 10.211.0.0/16 dev br0 src 10.244.1.7",
                        "route add fd00:211::/64 dev br0 src fd00:10:244:1::7",
                        "route add 10.212.0.0/16 via 10.200.0.2 dev br0 src 10.244.1.7 table 77"),
                beside(other, "multipath over two links",
                        "route add 10.210.0.0/16 nexthop via 10.244.1.1 dev eth0 nexthop via 10.200.0.2 dev br0"),
                beside(other, "IPv6 multipath over two links",
                        "route add fd00:210::/64 nexthop via fd00:10:244:1::1 dev eth0 nexthop via fd00:200::2 dev br0"),
                beside(other, "default routes by two links", "route add default via 10.200.0.2 metric 50",
                        "route add default via fd00:200::2 metric 50"),
                beside(other, "the same subnet on two links", "addr add 10.244.1.77/24 dev br0",
                        "addr add fd00:10:244:1::77/64 dev br0 nodad"),
                beside(other, "the same address on two links", "addr add 10.244.1.7/24 dev br0"));
    }

    private static Peculiarity beside(String[] other, String name, String... commands) {
        return restored(name, Stream.concat(Stream.of(other), Stream.of(commands)).toArray(String[]::new));
    }

    /** The kernel makes next-hop objects for links with a carrier alone. */
    private static Stream<Peculiarity> nextHopObjects() {
        String[] other = {"link add v0 type veth peer name v1", "link set v1 up", "link set v0 up",
                "addr add 10.200.0.1/24 dev v0",
                "nexthop add id 8 via 10.200.0.2 dev v0"};
        return Stream.of(
                refused(Code.ROUTE_NOT_RESTORABLE, "a route by a next-hop object", "nexthop add id 5 via 10.244.1.1 dev eth0",
                        "route add 10.9.0.0/16 nhid 5"),
                refused(Code.ROUTE_NOT_RESTORABLE, "a route by a group of next-hop objects",
                        "nexthop add id 5 via 10.244.1.1 dev eth0", "nexthop add id 7 group 5", "route add 10.9.0.0/16 nhid 7"),
                refused(Code.ROUTE_NOT_RESTORABLE, "an IPv6 route by a next-hop object",
                        "nexthop add id 5 via fd00:10:244:1::1 dev eth0", "route add fd09::/64 nhid 5"),
                refused(Code.ROUTE_NOT_RESTORABLE, "a next-hop object without a route",
                        "nexthop add id 5 via 10.244.1.1 dev eth0"),
                beside(other, "next-hop objects of other links", "route add 10.9.0.0/16 nhid 8", "nexthop add id 9 blackhole",
                        "route add 10.10.0.0/16 nhid 9"),
                beside(other, "another link's route by a next-hop object from the pod's address",
                        "route add 10.11.0.0/16 nhid 8 src 10.244.1.7").refused(Code.ROUTE_NOT_RESTORABLE));
    }
}
