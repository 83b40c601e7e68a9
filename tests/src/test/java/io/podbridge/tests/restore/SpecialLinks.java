package io.podbridge.tests.restore;

import java.util.stream.Stream;

import static io.podbridge.tests.restore.Peculiarity.restored;

/** Pods that are special by their NIC, and by what hangs on its name. */
final class SpecialLinks {

    private SpecialLinks() {}

    static Stream<Peculiarity> all() {
        return Stream.of(attributes(), ipv6(), states(), settings(), queues()).flatMap(rows -> rows);
    }

    private static Stream<Peculiarity> attributes() {
        return Stream.of(restored("alias, group, queue length", "link set dev eth0 alias some-text",
                "link set dev eth0 txqueuelen 333", "link set dev eth0 group 7"),
                restored("altnames", "link property add dev eth0 altname uplink altname u2 altname the-pods-own-interface"),
                restored("offload limits", "link set dev eth0 gso_max_size 30000 gso_max_segs 100 gro_max_size 30000"),
                restored("promisc", "link set dev eth0 promisc on"),
                restored("allmulticast", "link set dev eth0 allmulticast on"),
                restored("multicast off", "link set dev eth0 multicast off"),
                restored("dynamic, trailers off", "link set dev eth0 dynamic on", "link set dev eth0 trailers off"),
                restored("another broadcast address of the link", "link set dev eth0 broadcast ff:ff:ff:ff:ff:fe"),
                restored("mode dormant", "link set dev eth0 mode dormant").perhapsExceptFor("mode DORMANT",
                        "fe80::858:aff:fef4:107"),
                again("another MAC", "link set dev eth0 address 02:00:00:00:00:77"),
                restored("another MTU", "link set dev eth0 mtu 1200"),
                restored("entries of its own table", "bridge fdb add 02:00:00:00:00:77 dev eth0",
                        "maddress add 33:33:00:00:00:99 dev eth0"));
    }

    private static Stream<Peculiarity> ipv6() {
        return Stream.of(restored("addrgenmode none", "link set dev eth0 addrgenmode none"),
                again("addrgenmode random", "link set dev eth0 addrgenmode random").exceptFor("inet6 fe80::"),
                again("addrgenmode stable_secret", "sysctl -qw net.ipv6.conf.eth0.stable_secret=fd00::1234")
                        .exceptFor("inet6 fe80::"),
                restored("a token", "token set ::5 dev eth0"),
                restored("an address label", "addrlabel add prefix fd00::/8 dev eth0 label 9"));
    }

    /** What counts when the NIC goes up. */
    private static Peculiarity again(String name, String command) {
        return restored(name, "link set dev eth0 down", command, "link set dev eth0 up",
                "addr add fd00:10:244:1::7/64 dev eth0 nodad", "route add default via 10.244.1.1");
    }

    private static Stream<Peculiarity> states() {
        return Stream.of(restored("down", "link set dev eth0 down"),
                restored("down with addresses of both families", "link set dev eth0 down", "addr add 10.5.0.4/24 dev eth0",
                        "addr add fd00:5::4/64 dev eth0 nodad"),
                restored("no addresses", "addr del 10.244.1.7/24 dev eth0", "-6 route del default",
                        "addr del fd00:10:244:1::7/64 dev eth0"),
                restored("no carrier", "link del eth0", "link add eth0 type veth peer name far", "link set eth0 up",
                        "addr add 10.244.1.7/24 dev eth0", "route add default via 10.244.1.1"),
                restored("rules", "rule add from 10.244.1.7 table 77", "rule add iif eth0 table 77", "rule add oif eth0 table 78",
                        "-6 rule add iif eth0 table 77"));
    }

    private static Stream<Peculiarity> settings() {
        return Stream.of(
                restored("IPv6 off", "sysctl -qw net.ipv6.conf.eth0.disable_ipv6=1"),
                restored("IPv6 off by default", "sysctl -qw net.ipv6.conf.default.disable_ipv6=1"),
                restored("IPv6 off for all", "sysctl -qw net.ipv6.conf.all.disable_ipv6=1"),
                restored("accept_ra, forwarding", "sysctl -qw net.ipv6.conf.eth0.accept_ra=2",
                        "sysctl -qw net.ipv6.conf.eth0.forwarding=1", "sysctl -qw net.ipv4.conf.eth0.forwarding=1"),
                restored("IPv6 settings", "sysctl -qw net.ipv6.conf.eth0.accept_dad=2",
                        "sysctl -qw net.ipv6.conf.eth0.autoconf=0",
                        "sysctl -qw net.ipv6.conf.eth0.hop_limit=9", "sysctl -qw net.ipv6.conf.eth0.proxy_ndp=1"),
                restored("keep_addr_on_down", "sysctl -qw net.ipv6.conf.eth0.keep_addr_on_down=1",
                        "addr add fd00:5::5/64 dev eth0"),
                restored("an MTU of IPv6 alone", "sysctl -qw net.ipv6.conf.eth0.mtu=1300").exceptFor("conf/eth0/mtu:"),
                restored("IPv4 settings", "sysctl -qw net.ipv4.conf.eth0.rp_filter=2",
                        "sysctl -qw net.ipv4.conf.eth0.arp_ignore=2",
                        "sysctl -qw net.ipv4.conf.eth0.proxy_arp=1", "sysctl -qw net.ipv4.neigh.eth0.gc_stale_time=99"));
    }

    private static Stream<Peculiarity> queues() {
        return Stream.of(
                restored("several queues", "link del eth0",
                        "link add eth0 numtxqueues 4 numrxqueues 4 type veth peer name far", "link set far up",
                        "link set eth0 up",
                        "addr add 10.244.1.7/24 dev eth0", "tc qdisc replace dev eth0 root mq"),
                restored("htb with a class", "tc qdisc replace dev eth0 root handle 1: htb default 1",
                        "tc class add dev eth0 parent 1: classid 1:1 htb rate 1mbit").ifTheKernelCan(),
                restored("tbf", "tc qdisc replace dev eth0 root tbf rate 1mbit burst 10k latency 50ms").ifTheKernelCan(),
                restored("pfifo", "tc qdisc replace dev eth0 root pfifo limit 17"),
                restored("fq", "tc qdisc replace dev eth0 root fq").ifTheKernelCan(),
                restored("clsact", "tc qdisc add dev eth0 clsact").ifTheKernelCan(),
                restored("clsact with a filter", "tc qdisc add dev eth0 clsact",
                        "tc filter add dev eth0 ingress matchall action drop")
                        .ifTheKernelCan());
    }
}
