package io.podbridge.journal;

import io.podbridge.binding.BindingNames;
import io.podbridge.binding.BridgeBinding;
import io.podbridge.binding.OwnLinks;
import io.podbridge.binding.Phase;
import io.podbridge.binding.PodInterface;
import io.podbridge.journal.json.JsonNode;
import io.podbridge.journal.json.JsonProblem;
import io.podbridge.netlink.NetworkNamespace;
import io.podbridge.netlink.ProcessIdentity;
import io.podbridge.netlink.model.BridgePort;
import io.podbridge.netlink.model.InterfaceAddress;
import io.podbridge.netlink.model.Link;
import io.podbridge.netlink.model.LinkId;
import io.podbridge.netlink.model.Neighbour;
import io.podbridge.netlink.model.NextHop;
import io.podbridge.netlink.model.RawAttribute;
import io.podbridge.netlink.model.Route;
import io.podbridge.netlink.model.TunDevice;
import io.podbridge.netlink.request.TapOptions;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What is written is read as it was, and so is what earlier versions wrote. */
class JournalFormatTest {
    @Test
    void aRecordComesBackAsItWas() {
        assertThat(reread(BindingRecords.full())).isEqualTo(BindingRecords.full());
        assertThat(reread(BindingRecords.bare())).isEqualTo(BindingRecords.bare());
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "PENDING")
    void everyPhaseOfAJournalComesBack(Phase phase) {
        BindingRecord full = BindingRecords.full();
        BindingRecord record = new BindingRecord(phase, full.identity(), full.binding(), full.pod(), full.own());

        assertThat(reread(record)).isEqualTo(record);
    }

    @Test
    void namesThatPreflightWillRefuseComeBackToo() {
        BindingRecord bare = BindingRecords.bare();
        BindingRecord record = new BindingRecord(Phase.DISCOVERED, bare.identity(), BridgeBinding.of("fifteen-bytes-x"),
                bare.pod(),
                Optional.empty());

        assertThat(reread(record)).isEqualTo(record);
    }

    @Test
    void theFileOfVersion1IsReadAndLeavesTheBridgesNetfilterAlone() {
        BindingRecord full = BindingRecords.full();
        BindingRecord before = new BindingRecord(full.phase(), full.identity(), full.binding().withBridgeNetfilterOff(false),
                full.pod(), full.own());

        assertThat(read(GoldenJournal.text(1))).isEqualTo(before);
    }

    @Test
    void whatVersion2AddedIsNotKnownToVersion1() {
        String older = GoldenJournal.text().replace("\"version\": 2", "\"version\": 1");

        assertThatThrownBy(() -> read(older)).isInstanceOf(JsonProblem.class)
                .hasMessage("$.binding.bridgeNetfilterOff is not known to this version of podbridge");
    }

    @Test
    void theFileOfVersion2IsReadAndWrittenToTheByte() {
        assertThat(read(GoldenJournal.text())).isEqualTo(BindingRecords.full());
        assertThat(new String(JournalFormat.encode(BindingRecords.full()), StandardCharsets.UTF_8))
                .isEqualTo(GoldenJournal.text());
    }

    @Test
    void everyFieldOfEveryValueHasItsKey() {
        JsonNode.Members journal = (JsonNode.Members) GoldenJournal.tree();

        assertThat(keys(journal, "identity")).isEqualTo(fields(BindingIdentity.class));
        assertThat(keys(journal, "identity", "inode")).isEqualTo(fields(NetworkNamespace.Inode.class));
        assertThat(keys(journal, "identity", "process")).isEqualTo(fields(ProcessIdentity.class));
        assertThat(keys(journal, "binding", "names")).isEqualTo(fields(BindingNames.class));
        assertThat(keys(journal, "binding", "tap")).isEqualTo(fields(TapOptions.class));
        assertThat(keys(journal, "own")).isEqualTo(fields(OwnLinks.class));
        assertThat(keys(journal, "own", "tap")).isEqualTo(fields(LinkId.class));
        assertThat(keys(journal, "pod")).isEqualTo(fields(PodInterface.class));
        assertThat(keys(journal, "pod", "link")).isEqualTo(fields(Link.class));
        assertThat(keys(journal, "pod", "link", "bridgePort")).isEqualTo(fields(BridgePort.class));
        assertThat(keys(journal, "pod", "link", "tun")).isEqualTo(fields(TunDevice.class));
        assertThat(keys(journal, "pod", "link", "unknownAttributes")).isEqualTo(fields(RawAttribute.class));
        assertThat(keys(journal, "pod", "addresses")).isEqualTo(fields(InterfaceAddress.class));
        assertThat(keys(journal, "pod", "routes")).isEqualTo(fields(Route.class));
        assertThat(keys(journal, "pod", "routes", "nextHops")).isEqualTo(fields(NextHop.class));
        assertThat(keys(journal, "pod", "neighbours")).isEqualTo(fields(Neighbour.class));
    }

    @Test
    void everyOptionOfABindingHasItsKey() throws NoSuchFieldException {
        Set<String> options = fields(BridgeBinding.class.getDeclaredField("values").getType());

        assertThat(keys((JsonNode.Members) GoldenJournal.tree(), "binding")).contains("interfaceName").containsAll(options)
                .hasSize(options.size() + 1);
    }

    @Test
    void whatCouldNotBeReadBackIsNotWritten() {
        BindingRecord full = BindingRecords.full();
        BindingRecord withoutLinks = new BindingRecord(Phase.PREPARING, full.identity(), full.binding(), full.pod(),
                Optional.empty());
        BindingRecord pending = new BindingRecord(Phase.PENDING, full.identity(), full.binding(), full.pod(), full.own());

        assertThatThrownBy(() -> JournalFormat.encode(withoutLinks)).isInstanceOf(JsonProblem.class)
                .hasMessage("$.own is missing in phase PREPARING");
        assertThatThrownBy(() -> JournalFormat.encode(pending)).isInstanceOf(JsonProblem.class).hasMessageContaining("PENDING");
        assertThatThrownBy(() -> JournalFormat.encode(aliased("\ud800"))).isInstanceOf(JsonProblem.class)
                .hasMessage("$ has a text that is no Unicode");
        assertThatThrownBy(() -> JournalFormat.encode(linked(Link.builder(0, "eth0").build()))).isInstanceOf(JsonProblem.class);
    }

    private static BindingRecord aliased(String alias) {
        return linked(BindingRecords.full().pod().link().toBuilder().alias(alias).build());
    }

    private static BindingRecord linked(Link link) {
        BindingRecord full = BindingRecords.full();
        return new BindingRecord(full.phase(), full.identity(), full.binding(), full.pod().toBuilder().link(link).build(),
                full.own());
    }

    private static BindingRecord reread(BindingRecord record) {
        return JournalFormat.decode(JournalFormat.encode(record));
    }

    private static BindingRecord read(String json) {
        return JournalFormat.decode(json.getBytes(StandardCharsets.UTF_8));
    }

    /** {@return the keys of the object that these keys lead to; of an array it is the first element that is meant} */
    private static Set<String> keys(JsonNode.Members journal, String... path) {
        JsonNode node = journal;
        for (String name : path) {
            node = Objects.requireNonNull(((JsonNode.Members) node).fields().get(name));
            node = node instanceof JsonNode.Array array ? array.elements().get(0) : node;
        }
        return ((JsonNode.Members) node).fields().keySet();
    }

    private static Set<String> fields(Class<?> type) {
        return Stream.of(type.getDeclaredFields()).filter(field -> !Modifier.isStatic(field.getModifiers())).map(Field::getName)
                .collect(Collectors.toSet());
    }
}
