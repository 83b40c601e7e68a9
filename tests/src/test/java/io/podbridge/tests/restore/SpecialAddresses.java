package io.podbridge.tests.restore;

import java.util.stream.Stream;

import static io.podbridge.tests.restore.Peculiarity.restored;

/** Pods that are special by their addresses. */
final class SpecialAddresses {

    private SpecialAddresses() {}

    static Stream<Peculiarity> all() {
        return Stream.concat(ipv4(), ipv6());
    }

    private static Stream<Peculiarity> ipv4() {
        return Stream.of(restored("labels and a broadcast address", "addr add 10.244.1.8/24 dev eth0 label eth0:1",
                "addr add 10.99.0.5/16 broadcast + dev eth0"),
                restored("a peer", "addr add 192.0.2.1 peer 192.0.2.2/32 dev eth0",
                        "route add 198.51.100.0/24 via 192.0.2.2 dev eth0"),
                restored("a peer's subnet and an odd broadcast address",
                        "addr add 192.0.2.1 peer 192.0.2.2/24 broadcast 192.0.2.99 dev eth0"),
                restored("scopes link and host", "addr add 10.5.4.6/24 dev eth0 scope link",
                        "addr add 10.5.5.6/24 dev eth0 scope host"),
                restored("a scope of its own", "addr add 10.5.4.6/24 dev eth0 scope 50"),
                restored("IPv4 lifetimes", "addr add 10.5.0.4/24 dev eth0 valid_lft 300 preferred_lft 200",
                        "addr add 10.5.1.4/24 dev eth0 valid_lft forever preferred_lft 200",
                        "addr add 10.5.2.4/24 dev eth0 valid_lft forever preferred_lft 0"),
                restored("IPv4 noprefixroute", "addr add 10.5.3.6/24 dev eth0 noprefixroute"),
                restored("an IPv4 address with a metric", "addr add 10.5.2.6/24 dev eth0 metric 77"),
                restored("secondaries", "addr add 10.244.1.8/24 dev eth0", "addr add 10.244.1.9/24 dev eth0",
                        "addr add 10.244.1.10/25 dev eth0", "addr add 10.244.1.11/25 dev eth0",
                        "route add 10.6.0.0/16 via 10.244.1.1 src 10.244.1.9"),
                restored("secondaries that would be promoted", "sysctl -qw net.ipv4.conf.eth0.promote_secondaries=1",
                        "addr add 10.244.1.8/24 dev eth0", "addr add 10.244.1.9/24 dev eth0 label eth0:x"),
                restored("secondaries that would not", "sysctl -qw net.ipv4.conf.all.promote_secondaries=0",
                        "sysctl -qw net.ipv4.conf.eth0.promote_secondaries=0", "addr add 10.244.1.8/24 dev eth0",
                        "addr add 10.244.1.9/24 dev eth0 label eth0:x"),
                restored("a primary that was made after its secondaries' own", "addr del 10.244.1.7/24 dev eth0",
                        "addr add 10.244.1.9/24 dev eth0", "addr add 10.244.1.7/24 dev eth0",
                        "route add default via 10.244.1.1 src 10.244.1.7"),
                restored("an IPv4 group that is joined", "addr add 239.1.1.1/32 dev eth0 autojoin"),
                restored("a single address and a gateway beside it", "addr del 10.244.1.7/24 dev eth0",
                        "addr add 10.244.1.7/32 dev eth0",
                        "route add 169.254.1.1 dev eth0 scope link", "route add default via 169.254.1.1 dev eth0"),
                restored("no IPv4 broadcast", "addr add 10.5.0.9/31 dev eth0", "addr add 10.5.0.11/32 dev eth0"));
    }

    private static Stream<Peculiarity> ipv6() {
        return Stream.of(
                restored("several IPv6 addresses", "addr add fd00:10:244:1::8/64 dev eth0 nodad",
                        "addr add fd00:5::1/128 dev eth0 nodad noprefixroute"),
                restored("mngtmpaddr", "addr add fd00:5::1/64 dev eth0 mngtmpaddr nodad"),
                restored("home", "addr add fd00:5::2/64 dev eth0 home nodad"),
                restored("deprecated", "addr add fd00:5::3/64 dev eth0 preferred_lft 0 valid_lft forever nodad",
                        "addr add fd00:5::4/64 dev eth0 preferred_lft 0 valid_lft 300 nodad"),
                restored("IPv6 lifetimes", "addr add fd00:5::4/64 dev eth0 valid_lft 300 preferred_lft 200 nodad"),
                restored("an IPv6 address with a metric", "addr add fd00:5::6/64 dev eth0 metric 77 nodad"),
                restored("an IPv6 address that is checked for duplicates", "addr add fd00:5::7/64 dev eth0"),
                restored("optimistic", "addr add fd00:5::9/64 dev eth0 optimistic"),
                restored("anycast", "addr add fd00:7::7/64 anycast fd00:7:: dev eth0",
                        "sysctl -qw net.ipv6.conf.eth0.forwarding=1"),
                restored("an IPv6 group that is joined", "addr add ff02::1234/128 dev eth0 autojoin"),
                restored("an IPv6 peer", "addr add fd00:9::1 peer fd00:9::2/128 dev eth0 nodad",
                        // The kernel makes the way to the peer a moment after it has taken the address.
                        "until test -n \"$(ip -6 route show fd00:9::2)\"; do sleep 0.02; done",
                        "route add fd00:99::/64 via fd00:9::2 dev eth0"),
                restored("a second link-local address", "addr add fe80::77/64 dev eth0 nodad"),
                restored("another MAC since it went up", "link set dev eth0 address 02:00:00:00:00:77")
                        .perhapsExceptFor("fe80::ff:fe00:77"),
                restored("the link-local address of another MAC", "addr flush dev eth0 scope link",
                        "addr add fe80::ff:fe00:78/64 dev eth0 nodad").perhapsExceptFor("fe80::858:aff:fef4:107"),
                restored("no link-local address", "addr flush dev eth0 scope link").perhapsExceptFor("fe80::858:aff:fef4:107",
                        "fe80::/64 dev eth0"),
                restored("a link-local address alone", "addr del fd00:10:244:1::7/64 dev eth0",
                        "route replace default via fe80::1 dev eth0"),
                restored("temporary addresses", "sysctl -qw net.ipv6.conf.eth0.use_tempaddr=2",
                        "addr add fd00:5::1/64 dev eth0 mngtmpaddr nodad valid_lft 3000 preferred_lft 2000")
                        .exceptFor("fd00:5::"));
    }
}
