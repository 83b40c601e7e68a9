package io.podbridge.panama.rtnetlink;

import io.podbridge.netlink.model.AddrGenMode;
import io.podbridge.netlink.model.BridgePort;
import io.podbridge.netlink.model.HardwareAddress;
import io.podbridge.netlink.model.Link;
import io.podbridge.netlink.model.LinkFlags;
import io.podbridge.netlink.model.LinkKind;
import io.podbridge.netlink.model.OperState;
import io.podbridge.netlink.model.RawAttribute;
import io.podbridge.netlink.model.TunDevice;
import io.podbridge.panama.wire.GoldenMessage;
import io.podbridge.panama.wire.MessageWriter;
import io.podbridge.panama.wire.Messages;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class LinkDecoderTest {
    private static final int ARPHRD_LOOPBACK = 772;
    private static final int ARPHRD_NONE = 0xfffe;
    private static final int INVENTED = 4711;

    @Test
    void readsAVethWhosePeerIsInAnotherNamespace() {
        assertThat(golden("link-veth")).isEqualTo(
                common(7, "eth0").kind(LinkKind.VETH).flags(new LinkFlags(0x11043)).hardwareAddress(mac("0a:58:0a:f4:01:07"))
                        .mtu(1450).operState(OperState.UP).qdisc("noqueue").peerIndex(9).peerNamespaceId(0).group(42)
                        .alias("cni-side").altNames(List.of("enp0s1", "a-name-that-is-longer-than-fifteen-bytes")).build());
    }

    @Test
    void readsAVethWithAnXdpProgram() {
        assertThat(golden("link-veth-xdp")).isEqualTo(
                common(13, "eth2p").kind(LinkKind.VETH).flags(new LinkFlags(0x11043)).hardwareAddress(mac("ba:32:ba:9d:3f:ba"))
                        .operState(OperState.UP).qdisc("noqueue").peerIndex(12).xdpAttached(true).build());
    }

    @Test
    void readsABridge() {
        assertThat(golden("link-bridge")).isEqualTo(common(20000001, "k6t-eth0").kind(LinkKind.BRIDGE)
                .flags(new LinkFlags(0x1003)).hardwareAddress(mac("02:00:5e:10:00:01")).mtu(1450).qdisc("noqueue")
                .multicastSnooping(false).arpIgnore(1).ipv6Disabled(true).addrGenMode(AddrGenMode.NONE).build());
    }

    @Test
    void readsATapThatIsThePortOfABridge() {
        assertThat(golden("link-tap-port")).isEqualTo(common(4, "tap0").kind(LinkKind.TUN).flags(new LinkFlags(0x1003))
                .hardwareAddress(mac("c6:31:61:30:7c:f3")).mtu(1450).maxMtu(65521).qdisc("mq").master(20000001)
                .tun(TunDevice.builder().ownedBy(107, 108).multiQueue(true).vnetHeader(true).persistent(true).build())
                .bridgePort(new BridgePort(0, false)).build());
    }

    @Test
    void readsATapWithoutAnOwner() {
        assertThat(golden("link-tap")).isEqualTo(common(5, "tap1").kind(LinkKind.TUN).hardwareAddress(mac("16:06:e1:62:04:aa"))
                .maxMtu(65521).tun(TunDevice.builder().persistent(true).build()).build());
    }

    @Test
    void readsATunWhichHasNoHardwareAddress() {
        assertThat(golden("link-tun"))
                .isEqualTo(common(6, "tun0").kind(LinkKind.TUN).flags(new LinkFlags(0x1090)).hardwareType(ARPHRD_NONE)
                        .txQueueLength(500)
                        .tun(TunDevice.builder().tap(false).persistent(true).build())
                        .build());
    }

    @Test
    void readsAMacvlanOnALinkOfTheSameNamespace() {
        assertThat(golden("link-macvlan")).isEqualTo(common(15, "mac0").kind(LinkKind.MACVLAN)
                .hardwareAddress(mac("02:00:00:00:00:15")).peerIndex(12).build());
    }

    @Test
    void readsTheLoopbackWhichHasNoKind() {
        assertThat(golden("link-loopback")).isEqualTo(Link.builder(1, "lo").hardwareType(ARPHRD_LOOPBACK)
                .flags(new LinkFlags(0x10049)).hardwareAddress(mac("00:00:00:00:00:00")).mtu(65536).txQueueLength(1000)
                .qdisc("noqueue").arpIgnore(0).ipv6Disabled(false).addrGenMode(AddrGenMode.EUI64).build());
    }

    @Test
    void keepsWhatItDoesNotKnow() {
        Link link = decode(body -> body.attribute(Ifla.IFNAME, "eth0").attribute(INVENTED, new byte[] {1, 2, 3}));
        assertThat(link.unknownAttributes()).containsExactly(new RawAttribute(INVENTED, new byte[] {1, 2, 3}));
        assertThat(link.kind()).isEmpty();
    }

    @Test
    void keepsTheNameOfAKindThatItDoesNotKnow() {
        Link link = decode(body -> {
            int info = body.nest(Ifla.LINKINFO);
            body.attribute(Ifla.INFO_KIND, "netkit").attribute(Ifla.INFO_SLAVE_KIND, "team");
            body.attribute(Ifla.INFO_DATA, new byte[] {1, 2, 3, 4}).attribute(Ifla.INFO_SLAVE_DATA, new byte[] {1, 2, 3, 4});
            body.unnest(info);
        });
        assertThat(link.kind()).contains(new LinkKind("netkit"));
        assertThat(link.tun()).isEmpty();
        assertThat(link.bridgePort()).isEmpty();
    }

    @Test
    void takesZeroForNoPeerAndNoLimit() {
        Link link = decode(body -> body.attribute32(Ifla.LINK, 0).attribute32(Ifla.MAX_MTU, 0));
        assertThat(link.peerIndex()).isEmpty();
        assertThat(link.maxMtu()).isEmpty();
    }

    @Test
    void leavesAbsentWhatALinkWithoutIpv6DoesNotSay() {
        Link link = decode(body -> {
            int families = body.nest(Ifla.AF_SPEC);
            body.unnest(body.nest(Rtm.AF_INET)).unnest(families);
        });
        assertThat(link.ipv6Disabled()).isEmpty();
        assertThat(link.addrGenMode()).isEmpty();
        assertThat(link.arpIgnore()).isEmpty();
    }

    /** What these links have in common unless they were told otherwise. */
    private static Link.Builder common(int index, String name) {
        return Link.builder(index, name).flags(new LinkFlags(0x1002)).mtu(1500).maxMtu(65535).txQueueLength(1000)
                .operState(OperState.DOWN).qdisc("noop").arpIgnore(0).ipv6Disabled(false).addrGenMode(AddrGenMode.EUI64);
    }

    private static Link golden(String name) {
        return LinkDecoder.decode(GoldenMessage.of("answer/" + name).payload());
    }

    private static Link decode(Consumer<MessageWriter> attributes) {
        return LinkDecoder.decode(Messages.first(Messages.message(Rtm.NEWLINK, 0, body -> {
            LinkHeader.write(body, 7, 0, 0);
            attributes.accept(body);
        })).payload());
    }

    private static HardwareAddress mac(String text) {
        return HardwareAddress.parse(text);
    }
}
