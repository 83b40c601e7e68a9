package io.podbridge.journal;

import com.google.common.collect.ImmutableMap;
import io.podbridge.journal.json.JsonNode;
import io.podbridge.journal.json.JsonPrinter;
import io.podbridge.journal.json.JsonProblem;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

/** What is no journal, or a damaged one, is refused, and it is told where it is wrong. */
class MalformedJournalTest {
    /** The keys that stand only if there is something to say. */
    private static final Set<String> OPTIONAL = Set.of("cookie", "process", "owner", "group", "guestMac", "fakeAddressIndex",
            "kind",
            "maxMtu", "master", "peerIndex", "peerNamespaceId", "alias", "qdisc", "bridgePort", "tun", "multicastSnooping",
            "addrGenMode", "arpIgnore", "ipv6Disabled", "peer", "broadcast", "label", "metric", "protocol", "sourcePrefix",
            "preferredSource", "nextHopId", "congestionControl", "preference", "expiresSeconds", "linkIndex", "gateway", "encap",
            "hardwareAddress", "link", "fakeAddress");

    @Test
    void whateverIsCutOffIsNeverTakenForARecord() {
        byte[] whole = GoldenJournal.text().getBytes(StandardCharsets.UTF_8);
        for (int length = 0; length < whole.length; length++) {
            byte[] torn = Arrays.copyOf(whole, length);
            assertThat(catchThrowable(() -> JournalFormat.decode(torn))).as("the first %d bytes", length)
                    .isInstanceOf(JsonProblem.class).hasMessageStartingWith("$");
        }
    }

    @Test
    void everyMissingKeyIsNamed() {
        for (JournalVariants.Place object : JournalVariants.objects(GoldenJournal.tree())) {
            for (String name : object.members().fields().keySet()) {
                JsonNode lacking = object.with(JournalVariants.without(object.members(), name));
                String path = object.path() + "." + name;
                Throwable thrown = catchThrowable(() -> assertThat(read(lacking)).as(path).isNotEqualTo(BindingRecords.full()));
                if (thrown != null) {
                    assertThat(thrown).as(path).isInstanceOf(JsonProblem.class).hasMessage(path + " is missing");
                } else {
                    assertThat(OPTIONAL).as("may be absent").contains(name);
                }
            }
        }
    }

    @Test
    void everyUnknownKeyIsNamed() {
        for (JournalVariants.Place object : JournalVariants.objects(GoldenJournal.tree())) {
            JsonNode more = object.with(JournalVariants.with(object.members(), "colour", new JsonNode.Text("red")));

            assertThatThrownBy(() -> read(more)).isInstanceOf(JsonProblem.class)
                    .hasMessage(object.path() + ".colour is not known to this version of podbridge");
        }
    }

    @Test
    void everyKeyThatIsGivenTwiceIsNamed() {
        String json = GoldenJournal.text();
        String twice = json.replace("\"mtu\": 1450,", "\"mtu\": 1450, \"mtu\": 1450,");

        assertThatThrownBy(() -> read(twice)).isInstanceOf(JsonProblem.class).hasMessage("$.pod.link.mtu is given twice");
    }

    @Test
    void everyValueOfAnotherTypeIsNamed() {
        List<JsonNode> others = List.of(new JsonNode.Nothing(), new JsonNode.Text("?"), new JsonNode.Numeral("1"),
                new JsonNode.Bool(true), new JsonNode.Array(List.of()),
                new JsonNode.Members(ImmutableMap.of()));
        for (JournalVariants.Place place : JournalVariants.places(GoldenJournal.tree())) {
            for (JsonNode other : others) {
                if (!other.kind().equals(place.node().kind())) {
                    assertThat(catchThrowable(() -> read(place.with(other)))).as("%s as %s", place.path(), other.kind())
                            .isInstanceOf(JsonProblem.class)
                            .hasMessageStartingWith(place.path() + " is " + other.kind() + ", not " + place.node().kind());
                }
            }
        }
    }

    @Test
    void everyNumberThatIsTooLargeOrNotWholeIsNamed() {
        for (JournalVariants.Place place : JournalVariants.places(GoldenJournal.tree())) {
            if (place.node() instanceof JsonNode.Numeral) {
                for (String literal : List.of("1.5", "9223372036854775808", "1E+2")) {
                    assertThatThrownBy(() -> read(place.with(new JsonNode.Numeral(literal)))).isInstanceOf(JsonProblem.class)
                            .hasMessage(place.path() + " is " + literal + ", not a whole number of 64 bits");
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "\"mtu\": 1450 | \"mtu\": 2147483648 | $.pod.link.mtu is 2147483648, not -2147483648 to 2147483647",
            "\"index\": 2, | \"index\": 0, | $.pod.link.index is 0, not 1 to 2147483647",
            "\"scope\": 253 | \"scope\": 256 | $.pod.routes[0].scope is 256, not 0 to 255",
            "\"flags\": 2147553347 | \"flags\": -1 | $.pod.link.flags is -1, not 0 to 4294967295",
            "\"validLifetime\": 3600 | \"validLifetime\": -1 | $.pod.addresses[0].validLifetime is -1, not 0 to 4294967295",
            "10.244.1.7/24 | 10.244.1.7/33 | $.pod.addresses[0].prefix is refused: a prefix of 10.244.1.7 has 0 to 32 bits, not 33",
            "\"10.244.1.255\" | \"node7\" | $.pod.addresses[0].broadcast is refused: not an IP address: \"node7\"",
            "\"queues\": 4 | \"queues\": 257 | $.binding.tap is refused: a tap has 1 to 256 queues, not 257",
            "\"bridge\": \"k6t-eth0\" | \"bridge\": \"a/b\" | $.binding is refused: not a valid interface name: \"a/b\"",
            "\"fakeAddressIndex\": 42 | \"fakeAddressIndex\": 100 | $.binding is refused: the index of the bridge's address is 0 to 99",
            "2026-11-01T12 | yesterday | $.pod.capturedAt is refused: not a time such as 2026-11-01T00:00:00Z",
            "\"00ff10\" | \"00ff1\" | $.pod.link.unknownAttributes[0].payload is refused: ",
            "\"disable_ipv6\" | \"../x\" | $.pod.sysctls[2].key is refused: not a segment",
            "\"conf\" | \"config\" | $.pod.sysctls[0].key is refused: [net, ipv4, config, eth0, arp_ignore] is no path",
            "\"key\": 10, | \"key\": 2, | $.pod.routes[0].metrics[1] has the key 2, which stands there already",
            "\"physical\" | \"macvlan\" | $.binding.allowedKinds[1] stands there already",
            "\"VETH\" | \"veth\" | $.binding.placeholder is \"veth\", which is none of [",
            "\"PREPARED\" | \"PARKED\" | $.phase is \"PARKED\", which is none of [DISCOVERED, PREPARING, PREPARED, RELEASING]",
            "\"PREPARED\" | \"PENDING\" | $.phase is \"PENDING\", which is none of [",
            "\"podbridge-journal\" | \"shopping-list\" | $.format is \"shopping-list\", not \"podbridge-journal\": this is no journal",
            "\"version\": 2 | \"version\": 3 | $.version is 3: a newer podbridge wrote this, and this one reads up to version 2",
            "\"version\": 2 | \"version\": 0 | $.version is 0, not 1 to",
            "\"mtu\": 1450 | \"mtu\": 01450 | $.pod.link.mtu is where the JSON is malformed",
            "\"mtu\": 1450 | 'mtu': 1450 | $.pod.link.hardwareAddress is where the JSON is malformed"})
    void whatIsWrongIsNamed(String right, String wrong, String problem) {
        String json = GoldenJournal.text();
        assertThat(json).contains(right);

        assertThatThrownBy(() -> read(json.replaceFirst(Pattern.quote(right), wrong)))
                .isInstanceOf(JsonProblem.class).hasMessageStartingWith(problem);
    }

    @Test
    void whatIsNoJournalAtAllIsRefused() {
        String json = GoldenJournal.text();

        assertThatThrownBy(() -> read("")).isInstanceOf(JsonProblem.class).hasMessage("$ is missing: the file is empty");
        assertThatThrownBy(() -> read("[]")).isInstanceOf(JsonProblem.class).hasMessage("$ is an array, not an object");
        assertThatThrownBy(() -> read("{}")).isInstanceOf(JsonProblem.class).hasMessage("$.format is missing");
        assertThatThrownBy(() -> read(json + "{}")).isInstanceOf(JsonProblem.class);
        assertThatThrownBy(() -> read(json + "\0")).isInstanceOf(JsonProblem.class);
        assertThatThrownBy(() -> read("\0".repeat(4096))).isInstanceOf(JsonProblem.class);
    }

    @Test
    void nestingWithoutEndIsRefused() {
        assertThatThrownBy(() -> read("[".repeat(100_000))).isInstanceOf(JsonProblem.class)
                .hasMessageEndingWith(" is deeper than any value of a journal");
        assertThatThrownBy(() -> read("{\"a\":".repeat(100_000))).isInstanceOf(JsonProblem.class);
    }

    @Test
    void whatIsNotUtf8IsRefused() {
        byte[] latin1 = GoldenJournal.text().replace('\u4e2d', '\u00fc')
                .getBytes(StandardCharsets.ISO_8859_1);

        assertThatThrownBy(() -> JournalFormat.decode(latin1)).isInstanceOf(JsonProblem.class).hasMessage("$ is not in UTF-8");
    }

    private static BindingRecord read(String json) {
        return JournalFormat.decode(json.getBytes(StandardCharsets.UTF_8));
    }

    private static BindingRecord read(JsonNode journal) {
        return read(JsonPrinter.print(journal));
    }
}
