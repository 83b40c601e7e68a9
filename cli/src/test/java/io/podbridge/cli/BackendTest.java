package io.podbridge.cli;

import com.google.gson.JsonObject;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class BackendTest {

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
        JsonObject panama = Run.of("backends", "--json").json().getAsJsonArray().get(0).getAsJsonObject();
        assertThat(panama.keySet()).containsExactly("id", "available", "reason", "priority", "selected");
        assertThat(panama.get("id").getAsString()).isEqualTo("panama");
        assertThat(panama.get("priority").getAsInt()).isEqualTo(100);
        assertThat(panama.get("selected").getAsBoolean()).isEqualTo(panama.get("available").getAsBoolean());
    }

    @Test
    void isNotSelectedIfAnotherIsAskedFor() {
        JsonObject panama = Run.of("backends", "--json", "--backend", "cheese").json().getAsJsonArray().get(0).getAsJsonObject();
        assertThat(panama.get("selected").getAsBoolean()).isFalse();
    }
}
