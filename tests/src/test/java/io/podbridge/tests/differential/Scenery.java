package io.podbridge.tests.differential;

import io.podbridge.netlink.model.AddrGenMode;
import io.podbridge.netlink.model.IpAddress;
import io.podbridge.netlink.model.IpPrefix;
import io.podbridge.netlink.model.LinkId;
import io.podbridge.netlink.model.MacAddress;
import io.podbridge.netlink.model.Route;
import io.podbridge.netlink.model.Sysctl;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The names and numbers that sequences are made of: few, so that they meet each other again, and some that no kernel takes. */
final class Scenery {
    /** The ends of the veth pair that joins the two namespaces of a subject. */
    static final String NEAR_END = "near0";
    static final String FAR_END = "far0";

    static final LinkId GONE = new LinkId(4711, "gone0");
    static final List<String> NAMES = List.of("v0", "v1", "v2", "v3", "br0", "br1", "tap0", "a.b", "fifteen-bytes-x");
    static final List<String> ALT_NAMES = List.of("other0", "other1", "v0", "br1", "an-alternative-name-of-more-than-15-bytes");
    static final List<String> ALIASES = List.of("", "the pod's own", "x");
    static final List<Integer> INDICES = IntStream.range(101, 115).boxed().toList();
    static final List<Integer> GROUPS = List.of(0, 5, 6, Integer.MAX_VALUE);
    static final List<Integer> MTUS = List.of(1280, 1400, 1450, 1500, 1500, 9000, 65521, 65535);
    static final List<Integer> EDGE_MTUS = List.of(0, 67, 68, 576, 1279, 65521, 65522, 65535, 65536, -1);
    static final List<AddrGenMode> ADDR_GEN_MODES = List.of(AddrGenMode.EUI64, AddrGenMode.NONE);

    /** All chosen MAC addresses begin so; others are the kernel's. */
    static final byte[] MAC_PREFIX = {0x02, (byte) 0xd1, (byte) 0xff};
    static final List<MacAddress> MACS = IntStream.range(1, 30)
            .mapToObj(i -> MacAddress.of(new byte[] {MAC_PREFIX[0], MAC_PREFIX[1], MAC_PREFIX[2], 0, 0, (byte) i})).toList();
    static final List<MacAddress> BAD_MACS = List.of(MacAddress.parse("00:00:00:00:00:00"),
            MacAddress.parse("01:00:5e:00:00:01"), MacAddress.parse("ff:ff:ff:ff:ff:ff"));

    static final List<IpPrefix> ADDRESSES = prefixes("10.0.0.1/24", "10.0.0.2/24", "10.0.0.3/25", "10.0.1.1/24", "10.0.1.1/16",
            "192.0.2.1/32", "192.0.2.8/31", "169.254.75.10/32");
    static final List<IpPrefix> ADDRESSES_6 = prefixes("2001:db8::1/64", "2001:db8::2/64", "2001:db8:1::1/64", "fd00::1/128",
            "fe80::5/64");
    /** The kernel's own link-local address comes with the carrier, before or after another one that is given meanwhile. */
    static final List<IpPrefix> WIDE_ADDRESSES_6 = ADDRESSES_6.stream().filter(prefix -> !prefix.address().isLinkLocal())
            .toList();
    /** Without 0.0.0.0, which kernels acknowledge and leave out, some of them before they look for the link and some after it. */
    static final List<IpPrefix> ODD_ADDRESSES = prefixes("127.0.0.5/8", "224.0.0.9/24", "10.0.0.255/24", "::1/128",
            "ff02::5/128", "::/64", "::ffff:10.0.0.1/128");

    static final List<IpPrefix> DESTINATIONS = prefixes("0.0.0.0/0", "10.9.0.0/16", "10.0.1.0/24", "10.0.0.0/24", "192.0.2.7/32");
    static final List<IpPrefix> DESTINATIONS_6 = prefixes("::/0", "2001:db8:9::/48", "2001:db8:1::/64", "2001:db8::/64",
            "2001:db8::77/128");
    static final List<IpPrefix> ODD_DESTINATIONS = prefixes("10.9.0.1/16", "2001:db8:9::1/48");
    /** More than the MTU: window, round-trip time, segment size, hop limit, features; of these some that no kernel takes or keeps. */
    static final List<Map<Integer, Long>> METRICS = List.of(Map.of(Route.METRIC_MTU, 1400L), Map.of(Route.METRIC_MTU, 1400L),
            Map.of(3, 65_000L, 4, 800L), Map.of(8, 1360L, 10, 64L), Map.of(8, 70_000L, 10, 200L), Map.of(12, 1L));
    static final List<IpAddress> GATEWAYS = addresses("10.0.0.254", "10.0.1.254", "10.0.0.2", "192.0.2.9");
    static final List<IpAddress> GATEWAYS_6 = addresses("fe80::1", "2001:db8::fe", "2001:db8:1::fe");
    static final List<IpAddress> ODD_GATEWAYS = addresses("10.77.0.1", "10.0.0.1", "10.0.0.255", "224.0.0.9");
    static final List<IpAddress> ODD_GATEWAYS_6 = addresses("2001:db8:77::1", "2001:db8::1", "ff02::1");

    static final List<Sysctl> NAMESPACE_SETTINGS = List.of(Sysctl.of("net", "ipv4", "conf", "all", "arp_ignore"),
            Sysctl.of("net", "ipv4", "conf", "default", "arp_ignore"),
            Sysctl.of("net", "ipv6", "conf", "default", "disable_ipv6"), Sysctl.of("net", "ipv4", "ip_forward"),
            Sysctl.of("net", "ipv4", "conf", "all", "promote_secondaries"),
            Sysctl.of("net", "ipv6", "conf", "all", "forwarding"));
    static final List<String> LINK_SETTINGS = List.of("arp_ignore", "forwarding", "promote_secondaries");
    static final List<String> LINK_SETTINGS_6 = List.of("disable_ipv6", "forwarding", "keep_addr_on_down", "mtu", "hop_limit");
    /** What is written to a setting that is no switch, or should not be. */
    static final List<String> VALUES = List.of("0", "1", "2", "0x1", "1280", "300", "many", "1 2");

    private Scenery() {}

    private static List<IpPrefix> prefixes(String... texts) {
        return Stream.of(texts).map(IpPrefix::parse).toList();
    }

    private static List<IpAddress> addresses(String... texts) {
        return Stream.of(texts).map(IpAddress::parse).toList();
    }
}
