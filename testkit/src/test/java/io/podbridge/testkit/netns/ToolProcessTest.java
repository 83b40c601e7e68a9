package io.podbridge.testkit.netns;

import io.podbridge.netlink.request.Command;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ToolProcessTest {

    @Test
    void returnsWhatTheProgramPrinted() {
        assertThat(ToolProcess.run(Command.of("echo", "two  words", "$HOME"))).isEqualTo("two  words $HOME\n");
    }

    @Test
    void drainsBothStreamsThoughEachFillsItsPipe() {
        assertThat(ToolProcess.run(Command.of("sh", "-c", "seq 1 60000 >&2; seq 1 60000"))).endsWith("\n60000\n");
    }

    @Test
    void setsTheLocaleAndGivesNothingToRead() {
        assertThat(ToolProcess.run(Command.of("sh", "-c", "cat; echo $LC_ALL"))).isEqualTo("C\n");
    }

    @Test
    void saysStatusAndStandardErrorOfAFailure() {
        assertThatThrownBy(() -> ToolProcess.run(Command.of("sh", "-c", "echo wrong >&2; exit 3")))
                .isInstanceOf(ToolFailedException.class).hasMessageEndingWith(": exit status 3: wrong");
    }

    @Test
    void saysThatAProgramIsNotThere() {
        assertThatThrownBy(() -> ToolProcess.run(Command.of("no-such-program", "x"))).isInstanceOf(ToolFailedException.class)
                .hasMessageContaining("cannot run `no-such-program x`");
        assertThat(ToolProcess.isInstalled("no-such-program")).isFalse();
        assertThat(ToolProcess.isInstalled("sh")).isTrue();
    }

    @Test
    void killsAProgramThatDoesNotEnd() {
        assertThatThrownBy(() -> ToolProcess.run(Command.of("sleep", "3600"), Duration.ofMillis(20)))
                .isInstanceOf(ToolFailedException.class).hasMessageContaining("had not ended after 20 ms and was killed");
        assertThat(ProcessHandle.current().children().filter(ProcessHandle::isAlive)
                .filter(child -> child.info().arguments().map(arguments -> arguments.length == 1 && arguments[0].equals("3600"))
                        .orElse(false))
                .map(child -> child.onExit().orTimeout(30, TimeUnit.SECONDS).join()).filter(ProcessHandle::isAlive)).isEmpty();
    }

    @Test
    void killsTheProgramAndStaysInterruptedWhenItsThreadIsInterrupted() {
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> ToolProcess.run(Command.of("sleep", "3600"))).isInstanceOf(ToolFailedException.class)
                .hasMessageContaining("interrupted");

        assertThat(Thread.interrupted()).isTrue();
    }
}
