package io.podbridge.iproute2.json;

import io.podbridge.netlink.model.IpFamily;
import io.podbridge.netlink.model.Link;
import io.podbridge.netlink.model.NextHop;
import io.podbridge.netlink.model.RawAttribute;
import io.podbridge.netlink.model.Route;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** What the recorded namespaces do not have, or what a line of the expected files cannot show. */
class RouteJsonTest {
    private static final List<Link> LINKS = List.of(Link.builder(3, "eth0").build());

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "encap":"ip","id":5,"src":"0.0.0.0","dst":"1.2.3.4","ttl":0,"tos":4,"tos":"0x10","gateway":"10.0.0.2"                     | 16
            "encap":"ip","id":5,"src":"0.0.0.0","dst":"1.2.3.4","ttl":0,"tos":4,"gateway":"10.0.0.2"                                  | 0
            "encap":"seg6","mode":"encap","segs":["fd00::5"],"tos":"0x08","gateway":"10.0.0.2"                                        | 8
            "encap":{"encap_type":"ip","id":5,"src":"0.0.0.0","dst":"1.2.3.4","ttl":0,"tos":4},"tos":"0x10","gateway":"10.0.0.2"      | 16
            """)
    void fieldsOfTheEncapsulationAreNotTheRoutes(String fields, int tos) {
        Route route = route(fields);
        assertThat(route.destination()).hasToString("10.1.0.0/16");
        assertThat(route.tos()).isEqualTo(tos);
        assertThat(route.nextHops()).hasSize(1).allMatch(hop -> hop.gateway().isPresent())
                .allMatch(hop -> hop.encap().orElseThrow().type() == RouteJson.ENCAP_IN_WORDS);
    }

    @Test
    void anEncapsulationIsTheSameWordsFromOldAndNewVersions() {
        RawAttribute old = encap(route("\"encap\":\"ip\",\"id\":5,\"dst\":\"1.2.3.4\",\"tos\":0,\"dev\":\"eth0\""));
        RawAttribute recent = encap(
                route("\"encap\":{\"encap_type\":\"ip\",\"id\":5,\"dst\":\"1.2.3.4\",\"tos\":0},\"dev\":\"eth0\""));
        assertThat(new String(old.payload(), StandardCharsets.UTF_8)).isEqualTo("ip id 5 dst 1.2.3.4 tos 0");
        assertThat(recent).isEqualTo(old);
        assertThat(old.type()).isEqualTo(0xffff);
    }

    private static RawAttribute encap(Route route) {
        return route.nextHops().get(0).encap().orElseThrow();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "dead","linkdown"                              | 17
            "onlink","pervasive"                           | 6
            "offload","trap","unresolved"                  | 104
            "rt_offload","rt_trap","notify","news"         | 0
            """)
    void flagsOfTheWayAreKeptAndThoseOfTheRouteAreNot(String flags, int bits) {
        NextHop hop = route("\"dev\":\"eth0\",\"flags\":[" + flags + "]").nextHops().get(0);
        assertThat(hop.flags()).isEqualTo(bits);
    }

    @Test
    void metricsAreInTheKernelsUnits() {
        assertThat(route("\"metrics\":[{\"mtu\":1400,\"rtt\":20,\"rttvar\":3,\"rto_min\":300,\"ecn\":null,\"tcp_usec_ts\":null,"
                + "\"features\":\"0x8\",\"window\":0,\"congestion\":\"cubic\",\"news\":1}]").metrics())
                .isEqualTo(Map.of(2, 1400L, 4, 160L, 5, 12L, 12, 25L, 13, 300L));
    }

    @Test
    void aTimeThatIsOverIsZero() {
        assertThat(route("\"expires\":-3").expiresSeconds()).hasValue(0);
        assertThat(route("\"expires\":9").expiresSeconds()).hasValue(9);
    }

    @Test
    void preferencesAreWordsOrNumbers() {
        assertThat(route("\"pref\":\"low\"").preference()).hasValue(3);
        assertThat(route("\"pref\":2").preference()).hasValue(2);
    }

    @Test
    void cachedClonesAreLeftOutAndUnknownFieldsDoNotMatter() {
        assertThat(read("[{\"dst\":\"10.0.0.1\",\"cache\":[]},{\"dst\":\"10.0.0.2\",\"news\":[{}]}]")).hasSize(1);
    }

    @Test
    void whatIsNotToldIsWhatIpLeavesOut() {
        assertThat(route("\"flags\":[]")).isEqualTo(Route.builder(route("").destination()).build());
    }

    @Test
    void aLinkThatIsNotInTheListIsOutdated() {
        assertThatExceptionOfType(UnreadableOutputException.class).isThrownBy(() -> route("\"dev\":\"eth1\""))
                .withMessageEndingWith("at [0].dev: there was no link \"eth1\" when the links were listed")
                .matches(UnreadableOutputException::isOutdated);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "nexthops":[{"weight":257}]   | at [0].nexthops[0].weight: a number from 0 to 256 was expected, not 257
            "nexthops":{}                 | at [0].nexthops: a list was expected, not []
            "type":"256"                  | at [0].type: a number from 0 to 255 was expected, not 256
            "gateway":"eth0"              | at [0].gateway: not an IP address: "eth0"
            "dst":"10.0.0.0/8"            | at [0].dst: it is told 2 times
            "table":"main"                | at [0].table: a number was expected, not "main"
            """)
    void valuesThatMakeNoSenseAreRefused(String field, String problem) {
        assertThatExceptionOfType(UnreadableOutputException.class).isThrownBy(() -> route(field)).withMessageEndingWith(problem);
    }

    private static Route route(String fields) {
        return read("[{\"dst\":\"10.1.0.0/16\"" + (fields.isEmpty() ? "" : "," + fields) + "}]").get(0);
    }

    private static List<Route> read(String json) {
        return RouteJson.read("ip route", json, IpFamily.IPV4, LINKS);
    }
}
