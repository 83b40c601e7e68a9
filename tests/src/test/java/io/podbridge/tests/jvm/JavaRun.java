package io.podbridge.tests.jvm;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * One run of a JVM of its own, to its end.
 *
 * @param exit its exit code
 * @param out what it printed
 * @param err what it complained of
 */
public record JavaRun(int exit, String out, String err) {

    public static JavaRun of(Path scratch, ProcessBuilder command) throws IOException, InterruptedException {
        Path out = Files.createTempFile(scratch, "out", ".txt");
        Path err = Files.createTempFile(scratch, "err", ".txt");
        Process process = command.redirectOutput(out.toFile()).redirectError(err.toFile()).start();
        try {
            assertThat(process.waitFor(15, TimeUnit.MINUTES)).isTrue();
            return new JavaRun(process.exitValue(), Files.readString(out, StandardCharsets.UTF_8),
                    Files.readString(err, StandardCharsets.UTF_8));
        } finally {
            process.destroyForcibly();
        }
    }

    /** {@return what it printed, line by line; it ended well and complained of nothing} */
    public List<String> lines() {
        assertThat(err).isEmpty();
        assertThat(exit).as(out).isZero();
        return out.lines().toList();
    }
}
