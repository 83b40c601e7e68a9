package io.podbridge.iproute2.json;

import io.podbridge.netlink.model.HardwareAddress;
import io.podbridge.netlink.model.IpAddress;
import io.podbridge.netlink.model.Link;
import io.podbridge.netlink.model.Neighbour;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** What the recorded namespaces do not have. */
class NeighbourJsonTest {
    private static final List<Link> LINKS = List.of(
            Link.builder(3, "eth0").hardwareAddress(HardwareAddress.parse("02:00:00:00:00:01")).build(),
            Link.builder(4, "sit0").hardwareType(776).hardwareAddress(HardwareAddress.parse("0a:00:00:01")).build());

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "REACHABLE"               | 2
            "INCOMPLETE","PROBE"      | 17
            "NONE"                    | 0
            "DELAY","100"             | 264
            """)
    void statesAreNamesAndUnknownOnesAreKept(String states, int bits) {
        assertThat(neighbour("eth0", "\"state\":[" + states + "]").state()).isEqualTo(bits);
    }

    @Test
    void flagsAreFieldsWithoutAValue() {
        assertThat(neighbour("eth0", "\"proxy\":null,\"offload\":null,\"router\":null,\"extern_learn\":null,\"managed\":null")
                .flags())
                .isEqualTo(0xb8 | Neighbour.MANAGED);
    }

    @Test
    void aNeighbourOnATunnelHasAnIpAddressOnItsLayer() {
        assertThat(neighbour("sit0", "\"lladdr\":\"10.0.0.9\"").hardwareAddress()).hasValue(HardwareAddress.parse("0a:00:00:09"));
    }

    @Test
    void aLinkWithoutANameIsTakenByItsNumber() {
        Neighbour neighbour = neighbour("if77", "\"lladdr\":\"02:00:00:00:00:09\"");
        assertThat(neighbour).isEqualTo(Neighbour.builder(77, IpAddress.parse("10.0.0.2"))
                .hardwareAddress(HardwareAddress.parse("02:00:00:00:00:09")).build());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "state":["WHAT"]      | at [0].state: there is no "WHAT"
            "lladdr":"x"          | at [0].lladdr: not an address of a link: "x"
            "protocol":"kernel"   | at [0].protocol: a number was expected, not "kernel"
            "dst":"10.0.0.3"      | at [0].dst: it is told 2 times
            """)
    void valuesThatMakeNoSenseAreRefused(String field, String problem) {
        assertThatExceptionOfType(UnreadableOutputException.class).isThrownBy(() -> neighbour("eth0", field))
                .withMessage("cannot read the output of \"ip neigh\": " + problem);
    }

    private static Neighbour neighbour(String link, String field) {
        return NeighbourJson.read("ip neigh", "[{\"dst\":\"10.0.0.2\",\"dev\":\"" + link + "\"," + field + "}]", LINKS).get(0);
    }
}
