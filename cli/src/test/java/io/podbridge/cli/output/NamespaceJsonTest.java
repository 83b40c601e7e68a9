package io.podbridge.cli.output;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.podbridge.netlink.model.AddressFlags;
import io.podbridge.netlink.model.BridgePort;
import io.podbridge.netlink.model.HardwareAddress;
import io.podbridge.netlink.model.InterfaceAddress;
import io.podbridge.netlink.model.IpAddress;
import io.podbridge.netlink.model.IpFamily;
import io.podbridge.netlink.model.IpPrefix;
import io.podbridge.netlink.model.Link;
import io.podbridge.netlink.model.LinkFlags;
import io.podbridge.netlink.model.LinkKind;
import io.podbridge.netlink.model.Neighbour;
import io.podbridge.netlink.model.NextHop;
import io.podbridge.netlink.model.OperState;
import io.podbridge.netlink.model.Route;
import io.podbridge.netlink.model.TunDevice;
import io.podbridge.netlink.state.NamespaceState;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class NamespaceJsonTest {
    private static final LinkFlags UP = new LinkFlags(0x11043);
    private static final LinkFlags UP_WITHOUT_CARRIER = new LinkFlags(0x1003);

    private static final Link BRIDGE = Link.builder(7, "k6t-eth0").kind(LinkKind.BRIDGE).flags(UP_WITHOUT_CARRIER).mtu(1450)
            .operState(OperState.DOWN).hardwareAddress(HardwareAddress.parse("02:00:00:00:00:01")).multicastSnooping(false)
            .arpIgnore(1).ipv6Disabled(true).build();
    private static final Link NIC = Link.builder(2, "eth0-nic").kind(LinkKind.VETH).flags(UP).mtu(1450).qdisc("noqueue").master(7)
            .peerIndex(2).peerNamespaceId(0).operState(OperState.UP).hardwareAddress(HardwareAddress.parse("02:00:00:00:00:01"))
            .bridgePort(new BridgePort(3, false)).arpIgnore(0).alias("the NIC").altNames(List.of("enp0s1")).build();
    private static final Link TAP = Link.builder(8, "tap0").kind(LinkKind.TUN).flags(UP_WITHOUT_CARRIER).mtu(1450).group(4)
            .operState(OperState.DOWN).hardwareAddress(HardwareAddress.parse("02:00:00:00:00:02"))
            .tun(TunDevice.builder().ownedBy(107, 108).multiQueue(true).vnetHeader(true).persistent(true).build()).build();

    private static InterfaceAddress.Builder address(String prefix) {
        return InterfaceAddress.builder(7, IpPrefix.parse(prefix)).flags(new AddressFlags(AddressFlags.PERMANENT));
    }

    private static Route.Builder via(String destination, String gateway) {
        return Route.builder(IpPrefix.parse(destination))
                .nextHops(List.of(NextHop.builder().gateway(IpAddress.parse(gateway)).linkIndex(7).build()));
    }

    @Test
    void programsGetAllOfIt() {
        NamespaceState state = new NamespaceState(List.of(BRIDGE, NIC, TAP), List.of(address("169.254.75.10/32").build()),
                List.of(via("0.0.0.0/0", "10.244.1.1").metrics(Map.of(Route.METRIC_MTU, 1400L)).build()),
                List.of(Neighbour.builder(7, IpAddress.parse("10.244.1.50")).flags(Neighbour.PROXY).build()));
        JsonObject json = JsonParser.parseString(Json.document(object -> NamespaceJson.write(object, state))).getAsJsonObject();
        JsonObject bridge = json.getAsJsonArray("links").get(0).getAsJsonObject();
        assertThat(bridge.getAsJsonArray("addresses").get(0).getAsJsonObject().get("address").getAsString())
                .isEqualTo("169.254.75.10/32");
        JsonObject nic = json.getAsJsonArray("links").get(1).getAsJsonObject();
        assertThat(nic.get("master").getAsString()).isEqualTo("k6t-eth0");
        assertThat(nic.getAsJsonObject("bridgePort").get("learning").getAsBoolean()).isFalse();
        JsonObject tap = json.getAsJsonArray("links").get(2).getAsJsonObject();
        assertThat(tap.getAsJsonObject("tun").get("owner").getAsLong()).isEqualTo(107);
        JsonObject route = json.getAsJsonArray("routes").get(0).getAsJsonObject();
        assertThat(route.get("mtu").getAsInt()).isEqualTo(1400);
        assertThat(route.get("destination").getAsString()).isEqualTo(IpPrefix.all(IpFamily.IPV4).toString());
        JsonObject neighbour = json.getAsJsonArray("neighbours").get(0).getAsJsonObject();
        assertThat(neighbour.get("text").getAsString()).isEqualTo("10.244.1.50 dev k6t-eth0 proxy");
        assertThat(neighbour.get("proxy").getAsBoolean()).isTrue();
    }
}
