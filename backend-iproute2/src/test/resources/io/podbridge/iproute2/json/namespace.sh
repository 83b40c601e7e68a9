#!/bin/sh
# Makes two network namespaces with something of everything that podbridge reads, records what ip(8) says of the first, and
# deletes both. Needs root and a recent iproute2 for the making (6.1 was used); any other can record.
#
#     namespace.sh make NAME            makes the namespaces NAME and NAME-peer, and fills them
#     namespace.sh fill NAME PEER       fills two empty namespaces
#     namespace.sh record NAME DIR      writes what $IP, or ip, prints to files in DIR
#     namespace.sh delete NAME
#
# The expected files hold what the kernel said by netlink while the output was recorded, as the test class Described prints it. A new
# recording needs new ones: the order of neighbours is another in each run, and lifetimes count down.
set -eu

make() {
    ip netns add "$1"
    ip netns add "$1-peer"
    fill "$1" "$1-peer"
}

fill() {
    ns=$1
    peer=$2
    ip netns exec "$ns" sysctl -qw net.ipv6.conf.all.accept_dad=0 net.ipv6.conf.default.accept_dad=0
    in="ip -n $ns"
    $in link set lo up

    # a pod's veth, its other end in another namespace
    ip -n "$peer" link add peer0 index 40 address 02:00:00:00:00:40 type veth \
        peer name eth0 index 10 address 0a:58:0a:f4:01:07 netns "$ns"
    ip -n "$peer" link set peer0 up
    $in link set eth0 mtu 1450 txqueuelen 500 up
    $in link set eth0 alias "pod \"a\", it's the first \\o/ é"
    $in link property add dev eth0 altname an-alternative-name-of-eth0 altname enp0s3

    # both ends here, one of them down
    $in link add veth-a index 11 address 02:00:00:00:00:11 type veth peer name veth-b index 12 address 02:00:00:00:00:12
    $in link set veth-a group 42 up

    # bridges, and a port whose learning is off
    $in link add br0 index 20 address 02:00:00:00:00:20 type bridge mcast_snooping 0
    $in link add br1 index 21 address 02:00:00:00:00:21 type bridge
    $in link set veth-b master br0
    $in link set br0 up
    $in link set veth-b up
    bridge -n "$ns" link set dev veth-b learning off

    # taps and a tun
    $in tuntap add dev tap0 mode tap user 107 group 107 vnet_hdr multi_queue
    $in link set tap0 address 02:00:00:00:00:30 master br0 mtu 1450 up
    $in tuntap add dev tap1 mode tap user root group root
    $in link set tap1 address 02:00:00:00:00:31
    $in tuntap add dev tun0 mode tun
    $in tuntap add dev tap2 mode tap user 4294967294
    $in link set tap2 address 02:00:00:00:00:32

    $in link add macvlan0 index 50 link eth0 address 02:00:00:00:00:50 type macvlan mode bridge
    $in link add macvtap0 index 53 link eth0 address 02:00:00:00:00:53 type macvtap mode vepa
    $in link add vxlan0 index 51 address 02:00:00:00:00:51 type vxlan id 7 dstport 4789 local 10.244.1.7 dev eth0
    $in link add ifb0 index 52 address 02:00:00:00:00:52 type ifb
    $in link set ifb0 addrgenmode none
    ip netns exec "$ns" sysctl -qw net.ipv6.conf.br1.stable_secret=fd00::1 net.ipv6.conf.veth-a.disable_ipv6=1
    $in link set eth0 arp on promisc on allmulticast on
    $in link set tun0 up

    # addresses
    $in addr add 10.244.1.7/24 brd 10.244.1.255 dev eth0
    $in addr add 10.244.1.8/24 dev eth0 label eth0:second
    $in addr add 10.9.0.1 peer 10.9.0.2/32 dev eth0 metric 77
    $in addr add 192.168.3.4/16 brd + dev eth0 valid_lft 86400 preferred_lft 43200 noprefixroute
    $in addr add 192.168.77.1/24 dev eth0 scope 17
    $in addr add 169.254.75.10/32 dev br0 scope link
    $in addr add 172.16.5.5/30 dev eth0 valid_lft 7200 preferred_lft 0 scope site
    $in addr add 224.1.2.3/32 dev br0 autojoin
    $in addr add fd00:10:244:1::7/64 dev eth0 nodad
    $in addr add fd00:10:244:1::8/64 dev eth0 valid_lft 86400 preferred_lft 0
    $in addr add fd00:10:244:2::1 peer fd00:10:244:2::2/128 dev eth0 metric 5
    $in addr add fd00:10:244:3::9/64 dev eth0 home mngtmpaddr noprefixroute
    $in addr add fd00:10:244:4::1/64 dev eth0 optimistic
    $in addr add ::ffff:10.0.0.1/128 dev eth0 nodad
    $in addr add fd00:20::1/64 dev tun0 nodad
    $in addr add 10.20.0.1/30 dev tun0

    # IPv4 routes
    $in route add default via 10.244.1.1 dev eth0
    $in route add default via 10.244.1.2 dev eth0 metric 100 proto dhcp src 10.244.1.7
    $in route add 10.96.0.0/12 via 10.244.1.1 dev eth0 mtu 1400 advmss lock 1360 rtt 20ms rto_min 300ms congctl cubic \
        features ecn hoplimit 9 initcwnd 10 quickack 1 proto 99
    $in route add 10.100.0.0/16 mtu lock 1300 dev eth0 scope link rttvar 8 window 65535 ssthresh 5 cwnd lock 6 reordering 4 \
        initrwnd 11 fastopen_no_cookie 1
    $in route add 10.101.0.0/16 nexthop via 10.244.1.3 dev eth0 weight 3 nexthop dev veth-a weight 256 \
        nexthop via 172.30.0.1 dev eth0 onlink
    $in route add 10.102.0.0/16 via inet6 fd00:10:244:1::1 dev eth0
    $in route add 10.103.0.0/16 via 172.31.0.1 dev eth0 onlink table 1000 proto static
    $in route add 10.103.0.0/16 dev br0 scope link tos 0x10 table 4000000000 proto 250
    $in route add 10.104.0.0/16 dev eth0 scope 17 table 200
    $in route add blackhole 10.105.0.0/16
    $in route add unreachable 10.106.0.0/16 metric 4278198272
    $in route add prohibit 10.107.0.0/16 table 253
    $in route add throw 10.108.0.0/16 table 7
    $in route add local 10.109.0.1 dev lo table local
    $in nexthop add id 12 via 10.244.1.9 dev eth0
    $in nexthop add id 13 via 10.244.1.10 dev eth0
    $in nexthop add id 14 group 12,3/13
    $in nexthop add id 15 blackhole
    $in route add 10.110.0.0/16 nhid 12
    $in route add 10.111.0.0/16 nhid 14
    $in route add 10.112.0.0/16 nhid 15
    $in route add 10.113.0.0/16 encap seg6 mode encap segs fd00::5 dev eth0
    $in route add 10.114.0.0/16 encap ip id 5 dst 10.244.1.4 dev eth0
    $in route add 10.115.0.0/16 tos 0x10 encap ip id 6 dst 10.244.1.4 tos 4 via 10.244.1.1 dev eth0
    $in route add 10.116.0.0/16 encap ip6 id 7 dst fd00:10:244:1::4 hoplimit 3 dev eth0
    $in route add 10.117.0.0/16 nexthop encap ip id 8 dst 10.244.1.4 via 10.244.1.1 dev eth0 weight 2 \
        nexthop via inet6 fe80::5 dev eth0
    $in nexthop add id 17 encap seg6 mode encap segs fd00::7 via 10.244.1.11 dev eth0
    $in route add 10.118.0.0/16 nhid 17
    $in route add 10.119.0.0/16 dev eth0 tos 8 encap seg6 mode encap segs fd00::5
    $in route add 10.120.0.0/16 dev eth0 realm 5/6
    $in route add 10.121.0.0/16 dev eth0 rtt 2500ms rto_min 1500ms
    $in route add 10.122.0.0/16 dev eth0 mtu lock 0 rtt 2500ms
    $in route add 0.0.0.0/8 dev br0
    $in route add multicast 239.1.0.0/16 dev eth0
    $in route add broadcast 10.244.9.255 dev eth0 table 9

    # IPv6 routes
    $in -6 route add default via fd00:10:244:1::1 dev eth0 metric 1024 pref high
    $in -6 route add fd00:30::/48 via fd00:10:244:1::2 dev eth0 expires 5000 mtu 1300 hoplimit 5
    $in -6 route add fd00:31::/48 nexthop via fd00:10:244:1::3 dev eth0 weight 2 nexthop via fd00:10:244:1::4 dev eth0
    $in -6 route add fd00:32::/48 dev eth0 pref low table 1000
    $in -6 route add fd00:33::/48 from fd00:10:244:1::/64 via fd00:10:244:1::5 dev eth0
    $in -6 route add blackhole fd00:34::/48
    $in -6 route add unreachable fd00:35::/48 metric 7 table 4000000000
    $in -6 route add fd00:36::/48 via fe80::1 dev eth0 onlink
    $in nexthop add id 18 via fd00:10:244:1::9 dev eth0
    $in -6 route add fd00:37::/48 nhid 18
    $in -6 route add ::/16 dev eth0
    $in -6 route add fd00:38::/48 encap seg6 mode inline segs fd00::5,fd00::6 via fd00:10:244:1::6 dev eth0
    $in -6 route add local fd00:39::1 dev lo table local

    # neighbours
    $in neigh add 10.244.1.1 lladdr 02:00:00:00:01:01 dev eth0 nud permanent
    $in neigh add 10.244.1.3 lladdr 02:00:00:00:01:03 dev eth0 nud noarp protocol static
    $in neigh add 10.244.1.5 lladdr 02:00:00:00:01:05 dev eth0 nud permanent router extern_learn protocol 188
    $in neigh add 10.244.1.6 lladdr 02:00:00:00:01:06 dev eth0 nud stale
    $in neigh add 10.244.1.7 dev br0 nud failed
    $in neigh add fd00:10:244:1::1 lladdr 02:00:00:00:02:01 dev eth0 nud permanent router
    $in neigh add 10.20.0.2 dev tun0 nud permanent
    $in neigh add proxy 10.244.1.200 dev eth0
    $in neigh add proxy fd00:10:244:1::200 dev eth0 router protocol 77
}

record() {
    ns=$1
    dir=$2
    mkdir -p "$dir"
    in="${IP:-ip} -n $ns -d -j -N"
    $in link show >"$dir/link.json"
    $in addr show >"$dir/addr.json"
    for family in 4 6; do
        ${IP:-ip} -n "$ns" -$family -d -N route show table all >"$dir/route$family.txt"
        $in -$family route show table all >"$dir/route$family.json"
        $in -$family neigh show nud all >"$dir/neigh$family.json"
        $in -$family neigh show proxy >"$dir/proxy$family.json"
    done
}

delete() {
    ip netns delete "$1"
    ip netns delete "$1-peer"
}

"$@"
