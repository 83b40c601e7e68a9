package io.podbridge.tests.jvm;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

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
        return run(scratch, Stream.concat(Stream.of(java(feature), "-jar", JAR.toString()), Arrays.stream(arguments)).toList());
    }

    /** Runs a copy as a user without any capability, who may read and write nothing but the folder. */
    static JarRun asNobody(int feature, Path folder, String... arguments) throws IOException, InterruptedException {
        assumeTrue(REQUIRED || Files.exists(JAR), "the jar is not built; mvn verify does");
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
        Path copy = Files.copy(JAR, folder.resolve("podbridge.jar"));
        Files.setPosixFilePermissions(copy, PosixFilePermissions.fromString("r--r--r--"));
        Stream<String> nobody = Stream.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", "--inh-caps=-all");
        return run(folder, Stream.of(nobody, Stream.of(java(feature), "-jar", copy.toString()), Arrays.stream(arguments))
                .flatMap(words -> words).toList());
    }

    private static String java(int feature) {
        assumeTrue(REQUIRED || Jdk.ofVersion(feature).isPresent(),
                "there is no JDK " + feature + " beside the one that runs this");
        return Jdk.ofVersion(feature).orElseThrow().java();
    }

    private static JarRun run(Path scratch, List<String> command) throws IOException, InterruptedException {
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
