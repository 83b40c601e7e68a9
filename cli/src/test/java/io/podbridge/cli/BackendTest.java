package io.podbridge.cli;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class BackendTest {

    private static JsonObject panama(String... arguments) {
        return StreamSupport.stream(Run.of(arguments).json().getAsJsonArray().spliterator(), false)
                .map(JsonElement::getAsJsonObject)
                .filter(backend -> backend.get("id").getAsString().equals("panama")).findFirst().orElseThrow();
    }

    @Test
    void thatIsUnknownIsToldWithThoseThatThereAre() {
        Run run = Run.of("show", "--backend", "cheese");
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.errLines()).singleElement().asString().startsWith("podbridge: cannot open").contains("cheese", "panama");
    }

    @Test
    void isListedWithItsReasonAndPriority() {
        Run run = Run.of("backends");
        assertThat(run.exit()).isZero();
        assertThat(run.out()).contains("panama", "priority 100", "available");
    }

    @Test
    void isSelectedIfItIsAvailable() {
        JsonObject panama = panama("backends", "--json");
        assertThat(panama.keySet()).containsExactly("id", "available", "reason", "priority", "selected");
        assertThat(panama.get("priority").getAsInt()).isEqualTo(100);
        assertThat(panama.get("selected").getAsBoolean()).isEqualTo(panama.get("available").getAsBoolean());
    }

    @Test
    void isListedWithTheErrorOfOtherCommandsIfNoneWouldBeTaken() {
        Run run = Run.of("backends", "--backend", "cheese");
        assertThat(run.exit()).isZero();
        assertThat(run.out()).contains("panama", "none would be taken: cannot open the backend \"cheese\"");
    }

    @Test
    void isNotSelectedIfAnotherIsAskedFor() {
        JsonObject panama = panama("backends", "--json", "--backend", "cheese");
        assertThat(panama.get("selected").getAsBoolean()).isFalse();
    }
}
