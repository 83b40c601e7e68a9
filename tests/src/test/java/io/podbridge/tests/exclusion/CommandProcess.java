package io.podbridge.tests.exclusion;

import io.podbridge.tests.cli.Podbridge;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A command in a process of its own. It says little, so it does not have to be listened to meanwhile.
 *
 * @param process the process
 */
record CommandProcess(Process process) {

    static CommandProcess start(List<String> command) throws IOException {
        return new CommandProcess(new ProcessBuilder(command).start());
    }

    String name() {
        return "process " + process.pid();
    }

    Podbridge ended() throws IOException, InterruptedException {
        try {
            assertThat(process.waitFor(15, TimeUnit.MINUTES)).isTrue();
            return new Podbridge(process.exitValue(), new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8),
                    new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8));
        } finally {
            process.destroyForcibly();
        }
    }
}
