package io.podbridge.iproute2.json;

import io.podbridge.netlink.model.AddrGenMode;
import io.podbridge.netlink.model.BridgePort;
import io.podbridge.netlink.model.Link;
import io.podbridge.netlink.model.LinkFlags;
import io.podbridge.netlink.model.LinkKind;
import io.podbridge.netlink.model.OperState;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** What the recorded namespaces do not have. */
class LinkJsonTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "UP","LOWER_UP"                          | 10041
            "NO-CARRIER","UP"                        | 1
            "BROADCAST","MULTICAST"                  | 1002
            "NO-CARRIER","UP","M-DOWN"               | 1
            "UP","LOWER_UP","80000"                  | 90041
            "ECHO","DORMANT","SLAVE","c0000000"      | c0060800
            """)
    void runningIsToldByNoCarrierAndUnknownFlagsAreKept(String flags, String bits) {
        assertThat(link("\"flags\":[" + flags + "]").flags()).isEqualTo(new LinkFlags(Integer.parseUnsignedInt(bits, 16)));
    }

    @Test
    void anUnknownWordAmongTheFlagsIsRefused() {
        refused("\"flags\":[\"UP\",\"WHAT\"]", "at [0].flags: there is no \"WHAT\"");
    }

    @ParameterizedTest
    @CsvSource({"[776],10.0.0.1,0a:00:00:01", "[768],0.0.0.0,00:00:00:00", "[778],02:00:00:00:00:01,02:00:00:00:00:01",
            "[769],fd00::1,fd:00:00:00:00:00:00:00:00:00:00:00:00:00:00:01",
            "[823],::,00:00:00:00:00:00:00:00:00:00:00:00:00:00:00:00",
            "[32],00:00:10:49:fe:80:00:00:00:00:00:00:00:02:c9:03:00:01:02:03,00:00:10:49:fe:80:00:00:00:00:00:00:00:02:c9:03:00:01:02:03"})
    void tunnelsHaveIpAddressesOnTheirLayer(String type, String told, String bytes) {
        Link link = read("[{\"ifindex\":3,\"ifname\":\"t\",\"link_type\":\"" + type + "\",\"address\":\"" + told + "\"}]").get(0);
        assertThat(link.hardwareAddress()).hasToString(bytes);
    }

    @Test
    void statesWithoutANameAreNumbers() {
        Link link = link("\"operstate_index\":9,\"inet6_addr_gen_mode\":\"0x7\",\"linkinfo\":{\"info_slave_kind\":\"bridge\","
                + "\"info_slave_data\":{\"state_index\":6,\"learning\":true}}");
        assertThat(link.operState()).isEqualTo(new OperState(9));
        assertThat(link.addrGenMode()).hasValue(new AddrGenMode(7));
        assertThat(link.bridgePort()).hasValue(new BridgePort(6, true));
    }

    @ParameterizedTest
    @CsvSource({"4294967294,-2", "-2,-2", "-2147483648,-2147483648", "2147483648,-2147483648", "7,7"})
    void numbersOfThirtyTwoBitsMayHaveASignOrNone(String told, int bits) {
        assertThat(link("\"group\":" + told).group()).isEqualTo(bits);
        assertThat(link("\"group\":\"" + told + "\"").group()).isEqualTo(bits);
        assertThat(link("\"txqlen\":" + told).txQueueLength()).isEqualTo(bits);
        assertThat(link("\"max_mtu\":" + told).maxMtu()).isEqualTo(bits > 0 ? OptionalInt.of(bits) : OptionalInt.empty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"4294967296", "-2147483649", "-1.5", "\"-x\""})
    void aNumberOfMoreThanThirtyTwoBitsIsRefused(String told) {
        assertThatExceptionOfType(UnreadableOutputException.class).isThrownBy(() -> link("\"group\":" + told));
    }

    @Test
    void xdpIsToldByItsObject() {
        assertThat(link("\"xdp\":{\"mode\":2,\"prog\":{\"id\":5}}").xdpAttached()).isTrue();
        assertThat(link("").xdpAttached()).isFalse();
    }

    @Test
    void anUnknownKindIsKeptAndItsDataLeftAlone() {
        Link link = link(
                "\"linkinfo\":{\"info_kind\":\"netkit\",\"info_data\":{\"mode\":\"l2\",\"type\":\"primary\"}},\"news\":{}");
        assertThat(link.kind()).hasValue(new LinkKind("netkit"));
        assertThat(link.tun()).isEmpty();
    }

    @Test
    void aPortOfSomethingElseThanABridgeIsNoBridgePort() {
        assertThat(link("\"linkinfo\":{\"info_slave_kind\":\"bond\",\"info_slave_data\":{\"state\":\"ACTIVE\"}}").bridgePort())
                .isEmpty();
    }

    @Test
    void aPeerIsToldByNameHereAndByIndexElsewhere() {
        assertThat(link("\"link\":\"x\"").peerIndex()).hasValue(3);
        assertThat(link("\"link\":\"if9\"").peerIndex()).hasValue(9);
        assertThat(link("\"link\":null").peerIndex()).isEmpty();
        assertThat(link("\"link_index\":0,\"link_netnsid\":4").peerIndex()).isEmpty();
        assertThat(link("\"link_index\":8,\"link_netnsid\":4").peerNamespaceId()).hasValue(4);
        assertThat(link("\"link_index\":8,\"link_netnsid\":-1").peerNamespaceId()).as("about to go").hasValue(-1);
    }

    @Test
    void aMasterThatIsNotInTheListIsOutdated() {
        assertThatExceptionOfType(UnreadableOutputException.class).isThrownBy(() -> link("\"master\":\"br0\""))
                .withMessage(
                        "cannot read the output of \"ip link\": at [0].master: there was no link \"br0\" when the links were listed")
                .matches(UnreadableOutputException::isOutdated);
    }

    @Test
    void anOwnerThatTheSystemDoesNotKnowIsRefusedSinceAbsentWouldMeanEverybody() {
        refused("\"linkinfo\":{\"info_kind\":\"tun\",\"info_data\":{\"type\":\"tap\",\"group\":\"kvm\"}}",
                "at [0].linkinfo.info_data.group: the system knows no group \"kvm\"");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            [{"ifname":"x","link_type":"[1]"}]                   | at [0].ifindex: an index from 1 was expected
            [{"ifindex":3,"link_type":"[1]"}]                    | at [0].ifname: it is missing
            [{"ifindex":3,"ifname":"x"}]                         | at [0].link_type: it is missing
            [{"ifindex":2147483648,"ifname":"x"}]                | at [0].ifindex: a number from 0 to 2147483647 was expected, not 2147483648
            """)
    void aLinkHasIndexNameAndType(String json, String problem) {
        assertThatExceptionOfType(UnreadableOutputException.class).isThrownBy(() -> read(json)).withMessageEndingWith(problem);
    }

    private static void refused(String fields, String problem) {
        assertThatExceptionOfType(UnreadableOutputException.class).isThrownBy(() -> link(fields)).withMessageEndingWith(problem);
    }

    private static Link link(String fields) {
        return read("[{\"ifindex\":3,\"ifname\":\"x\",\"link_type\":\"[1]\"" + (fields.isEmpty() ? "" : "," + fields) + "}]")
                .get(0);
    }

    private static List<Link> read(String json) {
        return LinkJson.read("ip link", json, Recorded.ROOT_IS_ZERO);
    }
}
