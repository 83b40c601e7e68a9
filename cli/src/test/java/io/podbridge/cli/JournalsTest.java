package io.podbridge.cli;

import com.google.gson.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class JournalsTest {
    @TempDir
    Path directory;

    @Test
    void areNoneInADirectoryThatIsNotThere() {
        Path nowhere = directory.resolve("nowhere");
        Run run = Run.of("list", "--journal-dir", nowhere.toString());
        assertThat(run.exit()).isZero();
        assertThat(run.out().strip()).isEqualTo("no journals in " + nowhere);
        assertThat(Run.of("list", "--json", "--journal-dir", nowhere.toString()).json().getAsJsonArray()).isEmpty();
        assertThat(nowhere).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{\"format\"", "{\"name\": \"something else\"}", "hello"})
    void thatCannotBeReadAreNamedAndLeftAlone(String content) throws Exception {
        Path file = Files.writeString(directory.resolve("4-4026532000-eth0.json"), content);
        Run list = Run.of("list", "--journal-dir", directory.toString());
        assertThat(list.exit()).isZero();
        assertThat(list.out().lines()).singleElement().asString().startsWith("UNREADABLE").contains(file.toString());
        JsonObject json = Run.of("list", "--json", "--journal-dir", directory.toString()).json().getAsJsonArray().get(0)
                .getAsJsonObject();
        assertThat(json.keySet()).containsExactly("file", "state", "problem");
        assertThat(json.get("problem").getAsString()).contains(file.toString());
        assertThat(Run.of("forget", "--gone", "--journal-dir", directory.toString()).out().strip())
                .isEqualTo("nothing to forget");
        assertThat(file).hasContent(content);
    }

    @Test
    void inWhatIsNoDirectoryAreAFailure() throws Exception {
        Path file = Files.writeString(directory.resolve("file"), "");
        Run run = Run.of("list", "--journal-dir", file.toString());
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.errLines()).singleElement().asString().startsWith("podbridge: cannot").contains(file.toString());
        assertThat(Run.of("list", "--json", "--journal-dir", file.toString()).error().get("file").getAsString())
                .isEqualTo(file.toString());
    }

    @Test
    void ofANamespaceWithoutOneAreNothingToForget() {
        Run run = Run.of("forget", "--netns", "no-such-namespace", "--journal-dir", directory.toString());
        assertThat(run.exit()).isZero();
        assertThat(run.out().strip()).isEqualTo("nothing to forget");
    }
}
