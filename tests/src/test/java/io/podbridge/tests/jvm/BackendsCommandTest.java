package io.podbridge.tests.jvm;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.file.Path;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What {@code podbridge backends} tells an operator, whatever the choice leads to. */
class BackendsCommandTest {
    @TempDir
    Path scratch;

    private static Stream<JsonObject> backends(JavaRun run) {
        return StreamSupport.stream(JsonParser.parseString(String.join("\n", run.lines())).getAsJsonArray().spliterator(), false)
                .map(JsonElement::getAsJsonObject);
    }

    private static String brief(JsonObject backend) {
        return backend.get("id").getAsString() + " " + backend.get("priority").getAsInt()
                + (backend.get("available").getAsBoolean() ? " available" : " unavailable")
                + (backend.get("selected").getAsBoolean() ? " selected" : "");
    }

    @ParameterizedTest(name = "on Java {0}: {1}, {2}")
    @CsvSource({"25, panama 100 available selected, iproute2 50 available",
            "17, iproute2 50 available selected, panama 100 unavailable"})
    void theOneThatWouldBeTakenComesFirst(int java, String first, String second) throws Exception {
        JavaRun run = PodbridgeJar.run(java, scratch, "backends", "--json");
        assertThat(backends(run).map(BackendsCommandTest::brief)).containsExactly(first, second);
        assertThat(backends(run).map(backend -> backend.get("reason").getAsString())).noneMatch(String::isBlank);
    }

    @Test
    void anUnknownNameSelectsNoneAndTheListingIsGivenAllTheSame() throws Exception {
        JavaCommand nonsense = PodbridgeJar.on(25).environment("PODBRIDGE_BACKEND", "nonsense").with("backends");
        assertThat(backends(nonsense.with("--json").run(scratch)).map(BackendsCommandTest::brief))
                .containsExactly("panama 100 available", "iproute2 50 available");
        assertThat(nonsense.run(scratch).lines()).hasSize(3).noneMatch(line -> line.startsWith("*")).last()
                .isEqualTo("none would be taken: cannot open the backend \"nonsense\", "
                        + "which the environment variable PODBRIDGE_BACKEND names: found were panama, iproute2; name one of them");
    }

    @Test
    void withoutIpOnJava17NoneIsLeftAndEachHasItsReason() throws Exception {
        JavaCommand bare = PodbridgeJar.on(17).environment("PATH", scratch.toString());
        assertThat(backends(bare.with("backends", "--json").run(scratch)).map(BackendsCommandTest::brief))
                .containsExactly("panama 100 unavailable", "iproute2 50 unavailable");
        JavaRun show = bare.with("show").run(scratch);
        assertThat(show.exit()).isEqualTo(1);
        assertThat(show.err().lines()).singleElement().asString()
                .startsWith("podbridge: cannot open a netlink backend: none is available: panama (it needs Java 22")
                .contains("iproute2 (there is no ip");
    }

    @Test
    void withoutIpPanamaIsEnough() throws Exception {
        JavaRun run = PodbridgeJar.on(25).environment("PATH", scratch.toString()).with("backends", "--json").run(scratch);
        assertThat(backends(run).map(BackendsCommandTest::brief))
                .containsExactly("panama 100 available selected", "iproute2 50 unavailable");
    }
}
