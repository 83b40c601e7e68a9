package io.podbridge.iproute2.json;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class OutputTest {
    private static final String COMMAND = "ip -j addr show";

    @ParameterizedTest
    @ValueSource(strings = {"[]", "[ ]\n", "[{},{}]", "[{}]"})
    void nothingIsAnEmptyList(String text) {
        assertThat(Output.objects(COMMAND, text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''                              | at the end: it ends too early, after 0 characters
            '['                             | at the end: it ends too early, after 1 characters
            '[{"ifindex":1'                 | at the end: it ends too early, after 13 characters
            RTNETLINK answers: I/O error    | at $: no JSON; it begins with "RTNETLINK answers: I/O error"
            '[{"ifindex":1}]]'              | at $: no JSON; it begins with "[{"ifindex":1}]]"
            '{"ifindex":1}'                 | at the top: a list of objects was expected
            '[{"ifindex":1}][]'             | at $: no JSON; it begins with "[{"ifindex":1}][]"
            '[1]'                           | at [0]: an object was expected, not 1
            '[{"ifindex":NaN}]'             | at $[0].ifindex: no JSON; it begins with "[{"ifindex":NaN}]"
            """)
    void otherTextIsRefusedWithCommandAndPlace(String text, String problem) {
        assertThatExceptionOfType(UnreadableOutputException.class).isThrownBy(() -> Output.objects(COMMAND, text))
                .withMessage("cannot read the output of \"ip -j addr show\": " + problem)
                .matches(refused -> !refused.isOutdated());
    }

    @Test
    void nestingWithoutEndIsRefused() {
        assertThatExceptionOfType(UnreadableOutputException.class).isThrownBy(() -> Output.objects(COMMAND, "[".repeat(100_000)))
                .withMessageEndingWith("it is deeper than anything that is printed");
        assertThatExceptionOfType(UnreadableOutputException.class)
                .isThrownBy(() -> Output.objects(COMMAND, "{\"a\":".repeat(100_000)));
    }

    @Test
    void aFieldThatIsToldTwiceIsRefusedWhenItIsAskedFor() {
        Fields fields = only("[{\"mtu\":1500,\"mtu\":1400,\"ifindex\":7}]");
        assertThat(fields.integer("ifindex", 0)).isEqualTo(7);
        assertThatExceptionOfType(UnreadableOutputException.class).isThrownBy(() -> fields.integer("mtu"))
                .withMessageEndingWith("at [0].mtu: it is told 2 times");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "4294967296", "1.5", "1e999", "\"eth0\"", "\"0xzz\"", "true", "[]", "{}", "\"\""})
    void whatIsNoNumberIsRefused(String value) {
        assertThatExceptionOfType(UnreadableOutputException.class)
                .isThrownBy(() -> only("[{\"linkinfo\":{\"a\":" + value + "}}]").object("linkinfo").orElseThrow().number("a"))
                .withMessageContaining("at [0].linkinfo.a: a number ");
    }

    @Test
    void numbersMayBeTextsAndNullIsAbsent() {
        Fields fields = only("[{\"table\":\"4000000000\",\"tos\":\"0x10\",\"link\":null}]");
        assertThat(fields.number("table")).hasValue(4_000_000_000L);
        assertThat(fields.number("tos")).hasValue(16);
        assertThat(fields.text("link")).isEmpty();
        assertThat(fields.has("link")).isTrue();
    }

    @Test
    void oldVersionsEscapeTheApostropheThoughJsonHasNoSuchEscape() {
        assertThat(only("[{\"ifalias\":\"it\\'s\"}]").text("ifalias")).hasValue("it's");
    }

    private static Fields only(String text) {
        List<Fields> objects = Output.objects(COMMAND, text);
        assertThat(objects).hasSize(1);
        return objects.get(0);
    }
}
