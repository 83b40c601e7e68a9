package io.podbridge.tests.restore;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** All that makes a pod special. */
final class Peculiarities {
    private static final int SAMPLE = 8;

    private Peculiarities() {}

    static Stream<Peculiarity> all() {
        return Stream.of(SpecialAddresses.all(), SpecialRoutes.all(), SpecialNeighbours.all(), SpecialLinks.all(),
                Stream.of(severalAtOnce())).flatMap(rows -> rows);
    }

    /** All that are refused, be it for want of words of {@code ip(8)}, and a sample of the rest; all in the long build. */
    static Stream<Peculiarity> byIp() {
        return Boolean.getBoolean("podbridge.long")
                ? all()
                : Stream.concat(all().filter(each -> each.outcome().refusal().isPresent()), sample());
    }

    /** Some of those that come back exactly, of each kind, and the last. */
    static Stream<Peculiarity> sample() {
        List<Peculiarity> exact = all().filter(Peculiarity::isRestoredByAll).filter(Peculiarity::everywhere).toList();
        return IntStream.range(0, exact.size()).filter(i -> (exact.size() - 1 - i) % SAMPLE == 0).mapToObj(exact::get);
    }

    private static Peculiarity severalAtOnce() {
        return Peculiarity.restored("several at once", "link add br0 type bridge", "link set br0 up",
                "addr add 10.200.0.1/24 dev br0", "sysctl -qw net.ipv4.conf.eth0.promote_secondaries=0",
                "addr add 10.244.1.8/24 dev eth0 label eth0:1", "addr add 10.244.1.9/24 dev eth0 valid_lft 300 preferred_lft 200",
                "addr add 192.0.2.1 peer 192.0.2.2/32 dev eth0", "addr add 239.1.1.1/32 dev eth0 autojoin",
                "addr add fd00:5::1/64 dev eth0 mngtmpaddr nodad", "addr add fd00:5::4/64 dev eth0 preferred_lft 0 nodad",
                "addr add ff02::1234/128 dev eth0 autojoin", "addr add fd00:6::1/64 dev eth0 nodad noprefixroute",
                "route add 10.96.0.0/12 via 10.244.1.1 table 100 metric 5 mtu 1400 advmss 1300 src 10.244.1.9",
                "route add 10.210.0.0/16 nexthop via 10.244.1.1 dev eth0 nexthop via 10.200.0.2 dev br0",
                "route add 10.211.0.0/16 dev br0 src 10.244.1.8", "route add 198.51.100.0/24 via 192.0.2.2 dev eth0",
                "route add 203.0.113.0/24 via 169.254.1.1 dev eth0 onlink", "route add 10.7.0.0/16 via inet6 fe80::1 dev eth0",
                "route add blackhole 10.8.0.0/16", "route add default via 10.244.1.3 metric 2048",
                "route add fd20:5::/64 via fd00:10:244:1::1 expires 300 pref high",
                "route add fd20:8::/64 nexthop via fd00:10:244:1::1 weight 3 nexthop via fd00:10:244:1::3 weight 2",
                "route add local 10.20.7.0/24 dev eth0 table 77", "rule add iif eth0 table 77",
                "neigh add 10.244.1.1 lladdr 02:11:22:33:44:55 dev eth0 nud permanent", "neigh add proxy 10.244.1.23 dev eth0",
                "link property add dev eth0 altname uplink altname the-pods-own-interface",
                "link set dev eth0 alias some-text group 7 txqueuelen 333", "link set dev eth0 promisc on",
                "tc qdisc replace dev eth0 root pfifo limit 17", "sysctl -qw net.ipv4.conf.eth0.rp_filter=2");
    }
}
