package io.podbridge.journal;

import io.podbridge.binding.BindingNames;
import io.podbridge.binding.BridgeBinding;
import io.podbridge.binding.OwnLinks;
import io.podbridge.binding.Phase;
import io.podbridge.binding.PlaceholderKind;
import io.podbridge.binding.PodInterface;
import io.podbridge.netlink.NetworkNamespace;
import io.podbridge.netlink.ProcessIdentity;
import io.podbridge.netlink.model.AddrGenMode;
import io.podbridge.netlink.model.AddressFlags;
import io.podbridge.netlink.model.BridgePort;
import io.podbridge.netlink.model.HardwareAddress;
import io.podbridge.netlink.model.InterfaceAddress;
import io.podbridge.netlink.model.IpAddress;
import io.podbridge.netlink.model.IpFamily;
import io.podbridge.netlink.model.IpPrefix;
import io.podbridge.netlink.model.Lifetime;
import io.podbridge.netlink.model.Link;
import io.podbridge.netlink.model.LinkFlags;
import io.podbridge.netlink.model.LinkId;
import io.podbridge.netlink.model.LinkKind;
import io.podbridge.netlink.model.MacAddress;
import io.podbridge.netlink.model.Neighbour;
import io.podbridge.netlink.model.NextHop;
import io.podbridge.netlink.model.OperState;
import io.podbridge.netlink.model.RawAttribute;
import io.podbridge.netlink.model.Route;
import io.podbridge.netlink.model.RouteProtocol;
import io.podbridge.netlink.model.RouteType;
import io.podbridge.netlink.model.Scope;
import io.podbridge.netlink.model.Sysctl;
import io.podbridge.netlink.model.TunDevice;
import io.podbridge.netlink.request.TapOptions;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;

/** Records to write. */
final class BindingRecords {
    static final NetworkNamespace.Inode INODE = new NetworkNamespace.Inode(4, 4026532281L);

    private BindingRecords() {}

    /** {@return a record in which every value that can be there is there, and none is what it would be without being read} */
    static BindingRecord full() {
        BindingIdentity identity = new BindingIdentity("5f2b0c1e-9a57-4c1b-8d63-0a4f6a1f3e77", OptionalLong.of((1L << 53) + 1),
                Path.of("/proc/4711/ns/net"), INODE, Optional.of(new ProcessIdentity(4711, 8_123_456)));
        return new BindingRecord(Phase.PREPARED, identity, binding(), pod(), Optional.of(own()));
    }

    /** {@return a record without anything that can be absent} */
    static BindingRecord bare() {
        BindingIdentity identity = new BindingIdentity("", OptionalLong.empty(), Path.of("in-memory", "pod"), INODE,
                Optional.empty());
        return new BindingRecord(Phase.DISCOVERED, identity, BridgeBinding.of("eth0"),
                PodInterface.builder(Link.builder(2, "eth0").build(), Instant.EPOCH).build(), Optional.empty());
    }

    private static BridgeBinding binding() {
        return BridgeBinding.of("eth0").withNames(new BindingNames("eth0-nic", "k6t-eth0", "tap0"))
                .withTap(new TapOptions(OptionalInt.of(107), OptionalInt.of(108), 4))
                .withPlaceholder(PlaceholderKind.VETH)
                .withGuestMac(MacAddress.parse("02:00:00:00:00:07"))
                .withFakeAddressIndex(42)
                .withTxChecksumOff(false)
                .withBridgeNetfilterOff(true)
                .withRollback(true)
                .withThisNamespaceAllowed(true)
                .withAllowedKinds(Set.of(LinkKind.MACVLAN, new LinkKind("physical")));
    }

    private static OwnLinks own() {
        return new OwnLinks(new LinkId(16_777_301, "k6t-eth0"), MacAddress.parse("02:11:22:33:44:55"),
                Optional.of(BridgeBinding.fakeAddress(42)), new LinkId(16_777_302, "tap0"), new LinkId(16_777_303, "eth0"),
                LinkKind.VETH, "pb0a1b2c3d");
    }

    private static PodInterface pod() {
        return PodInterface.builder(link(), Instant.parse("2026-11-01T12:34:56.123456789Z"))
                .addresses(List.of(address(), InterfaceAddress.builder(2, IpPrefix.parse("fd00:10:244:1::7/64")).build()))
                .routes(List.of(route(), Route.builder(IpPrefix.parse("::ffff:10.0.0.0/104")).build()))
                .neighbours(List.of(neighbour()))
                .sysctls(Map.of(Sysctl.ofLink(IpFamily.IPV6, new LinkId(2, "eth0"), "disable_ipv6"), "0",
                        Sysctl.ofLink(IpFamily.IPV4, new LinkId(2, "eth0"), "arp_ignore"), "1",
                        Sysctl.of("net", "ipv4", "ip_forward"), "1"))
                .build();
    }

    private static Link link() {
        return Link.builder(2, "eth0")
                .altNames(List.of("enp0s3", "a \"quoted\" name"))
                .kind(LinkKind.VETH)
                .hardwareType(32)
                .flags(new LinkFlags(0x8001_1043))
                .hardwareAddress(HardwareAddress.parse("0a:58:0a:f4:01:07"))
                .mtu(1450)
                .maxMtu(65535)
                .master(9)
                .peerIndex(17)
                .peerNamespaceId(-1)
                .alias("für den Knoten \u4e2d \u2028")
                .group(7)
                .txQueueLength(1000)
                .operState(OperState.UP)
                .qdisc("noqueue")
                .xdpAttached(true)
                .bridgePort(new BridgePort(3, true))
                .tun(TunDevice.builder().ownedBy(107, 4_294_967_294L).multiQueue(true).vnetHeader(true).persistent(true).build())
                .multicastSnooping(true)
                .addrGenMode(AddrGenMode.NONE)
                .arpIgnore(1)
                .ipv6Disabled(true)
                .unknownAttributes(List.of(new RawAttribute(55, new byte[] {0, -1, 16})))
                .build();
    }

    private static InterfaceAddress address() {
        return InterfaceAddress.builder(2, IpPrefix.parse("10.244.1.7/24"))
                .peer(IpAddress.parse("10.244.1.1"))
                .broadcast(IpAddress.parse("10.244.1.255"))
                .label("eth0:1")
                .scope(Scope.SITE)
                .flags(new AddressFlags(AddressFlags.PERMANENT | AddressFlags.NOPREFIXROUTE))
                .validLifetime(new Lifetime(3600))
                .preferredLifetime(new Lifetime(1800))
                .metric(4_294_967_295L)
                .protocol(3)
                .unknownAttributes(List.of(new RawAttribute(12, new byte[0])))
                .build();
    }

    private static Route route() {
        return Route.builder(IpPrefix.parse("0.0.0.0/0"))
                .type(RouteType.BLACKHOLE)
                .table(4_294_967_295L)
                .protocol(RouteProtocol.STATIC)
                .scope(Scope.LINK)
                .tos(16)
                .sourcePrefix(IpPrefix.parse("fd00::/48"))
                .preferredSource(IpAddress.parse("10.244.1.7"))
                .metric(100)
                .nextHops(List.of(hop(), NextHop.builder().build()))
                .nextHopId(12)
                .metrics(Map.of(Route.METRIC_MTU, 1400L, 10, 4_294_967_295L))
                .lockedMetrics(4)
                .congestionControl("bbr")
                .preference(3)
                .expiresSeconds(600)
                .unknownAttributes(List.of(new RawAttribute(30, new byte[] {1})))
                .build();
    }

    private static NextHop hop() {
        return NextHop.builder()
                .linkIndex(2)
                .gateway(IpAddress.parse("fe80::1"))
                .weight(256)
                .flags(NextHop.ONLINK)
                .encap(new RawAttribute(1, new byte[] {8, 0, 1, 0}))
                .build();
    }

    private static Neighbour neighbour() {
        return Neighbour.builder(2, IpAddress.parse("169.254.1.1"))
                .hardwareAddress(HardwareAddress.parse("ee:ee:ee:ee:ee:ee"))
                .state(Neighbour.PERMANENT)
                .flags(Neighbour.EXTERNALLY_LEARNED)
                .protocol(186)
                .unknownAttributes(List.of(new RawAttribute(20, new byte[] {1, 2})))
                .build();
    }
}
