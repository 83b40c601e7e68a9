package io.podbridge.examples;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The agent as a process that has what the manifest gives it: those capabilities, no way to more, a root that it cannot write, and
 * {@code /proc/sys} as a container has it. Only the folder of requests, answers and journals can be written.
 */
final class AgentProcess implements AutoCloseable {
    private static final String CONTAINER = """
            set -e
            mount --bind "$1" "$1"
            mount --bind /proc/sys /proc/sys
            mount -o remount,bind,ro /proc/sys
            mount -o remount,bind,ro /
            granted=$2; shift 2
            exec setpriv --no-new-privs --inh-caps=-all --bounding-set=-all,$granted "$@"
            """;
    private static final long DEADLINE_SECONDS = 60;

    private final Process process;
    private final Path log;

    private AgentProcess(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    static AgentProcess in(Path folder) throws IOException {
        String granted = Manifest.read().capabilities().stream().map(name -> "+" + name.toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(","));
        Path log = Files.createTempFile(folder, "agent", ".log");
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String libraries = Files.readString(Path.of("target", "agent-class-path"));
        Process process = new ProcessBuilder("unshare", "--mount", "--propagation", "private", "sh", "-c", CONTAINER, "sh",
                folder.toString(), granted, java, "--enable-native-access=ALL-UNNAMED", "-XX:+UseSerialGC", "-XX:-UsePerfData",
                "-cp", Path.of("target", "classes").toAbsolutePath() + ":" + libraries, Main.class.getName(),
                folder.resolve("requests").toString(),
                folder.resolve("answers").toString(), folder.resolve("journals").toString()).redirectErrorStream(true)
                .redirectOutput(log.toFile()).start();
        return new AgentProcess(process, log);
    }

    /** Waits for an answer, which may need a second round. */
    void awaitThere(Path answer) throws IOException, InterruptedException {
        await(answer, true);
    }

    void awaitGone(Path answer) throws IOException, InterruptedException {
        await(answer, false);
    }

    private void await(Path file, boolean there) throws IOException, InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(DEADLINE_SECONDS);
        while (Files.exists(file) != there && process.isAlive() && System.nanoTime() < end) {
            Thread.sleep(50);
        }
        assertThat(Files.exists(file)).as("%s; the agent says: %s", file, Files.readString(log)).isEqualTo(there);
    }

    /** Ends it as Kubernetes does; it releases what it may. */
    void terminate() throws IOException, InterruptedException {
        process.destroy();
        assertThat(process.waitFor(DEADLINE_SECONDS, TimeUnit.SECONDS)).as(Files.readString(log)).isTrue();
    }

    /** Kills it, if it is there. */
    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
