package io.podbridge.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** A namespace that cannot be found is told in one sentence, whatever was to be done there. */
class NamespaceTest {

    @ParameterizedTest
    @ValueSource(strings = {"show", "plan", "bind", "dhcp", "verify", "release"})
    void ofAnUnknownNameIsAFailure(String command) {
        Run run = Run.of(command, "--netns", "no-such-namespace");
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.errLines()).containsExactly(
                "podbridge: cannot find the network namespace \"no-such-namespace\": No such file or directory (ENOENT)");
        assertThat(run.out()).isEmpty();
    }

    @Test
    void ofAProcessThatIsGoneIsAFailure() throws Exception {
        Process gone = new ProcessBuilder("true").start();
        gone.waitFor();
        Run run = Run.of("verify", "--pid", Long.toString(gone.pid()));
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.errLines()).containsExactly(
                "podbridge: cannot find the network namespace of process " + gone.pid() + ": No such process (ESRCH)");
    }

    @Test
    void ofAFileThatIsNoneIsAFailure(@TempDir Path directory) throws Exception {
        Path file = Files.writeString(directory.resolve("file"), "");
        Run run = Run.of("bind", "--netns", file.toString());
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.errLines()).singleElement().asString().contains(file + " is no namespace");
    }

    @Test
    void isToldAsJsonWhereJsonIsWanted() {
        Run run = Run.of("show", "--netns", "no-such-namespace", "--json");
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.errLines()).hasSize(1);
        assertThat(run.error().get("operation").getAsString()).isEqualTo("find");
        assertThat(run.error().get("target").getAsString()).contains("no-such-namespace");
        assertThat(run.error().get("kind").getAsString()).isEqualTo("NOT_FOUND");
        assertThat(run.error().get("errno").getAsString()).isEqualTo("ENOENT");
        assertThat(run.error().keySet()).doesNotContain("kernelMessage", "phase", "step", "refusals");
    }

    @Test
    void isToldWithAStackTraceOnlyForDebugging() {
        assertThat(Run.of("show", "--netns", "no-such-namespace", "--debug").err()).contains("\tat ");
        assertThat(Run.of("show", "--netns", "no-such-namespace").err()).doesNotContain("\tat ");
    }

    @Test
    void withANewlineInItsNameIsStillToldOnOneLine() {
        assertThat(Run.of("show", "--netns", "one\ntwo").errLines()).singleElement().asString().contains("one\\u000atwo");
    }
}
