package io.podbridge.tests.jvm;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * One run of the executable jar in a JVM of its own.
 *
 * @param exit its exit code
 * @param out what it printed
 * @param err what it complained of
 */
record JarRun(int exit, String out, String err) {
    private static final Path JAR = Path.of(System.getProperty("podbridge.root"), "cli", "target", "podbridge.jar");
    private static final boolean REQUIRED = "true".equals(System.getenv("CI"));

    static JarRun on(int feature, Path scratch, String... arguments) throws IOException, InterruptedException {
        assumeTrue(REQUIRED || Files.exists(JAR), "the jar is not built; mvn verify does");
        assumeTrue(REQUIRED || Jdk.ofVersion(feature).isPresent(),
                "there is no JDK " + feature + " beside the one that runs this");
        List<String> command = new ArrayList<>(List.of(Jdk.ofVersion(feature).orElseThrow().java(), "-jar", JAR.toString()));
        command.addAll(List.of(arguments));
        Path out = scratch.resolve("out");
        Path err = scratch.resolve("err");
        Process process = new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile()).start();
        try {
            assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
            return new JarRun(process.exitValue(), Files.readString(out, StandardCharsets.UTF_8),
                    Files.readString(err, StandardCharsets.UTF_8));
        } finally {
            process.destroyForcibly();
        }
    }
}
