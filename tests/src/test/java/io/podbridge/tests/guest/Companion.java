package io.podbridge.tests.guest;

import io.podbridge.testkit.netns.TestNamespace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/**
 * A program that runs in a namespace beside a test. It says a word when it is ready, and ends when nobody talks to it any more: when it is
 * closed, or the test's JVM has died.
 */
public final class Companion implements AutoCloseable {
    private final Process process;

    private Companion(Process process) {
        this.process = process;
    }

    /**
     * Starts it and waits for its word.
     *
     * @param namespace where
     * @param word what its first line is
     * @param command the program and its arguments
     */
    public static Companion start(TestNamespace namespace, String word, String... command) throws IOException {
        List<String> inside = Stream.concat(Stream.of("ip", "netns", "exec", namespace.name()), Stream.of(command)).toList();
        Process process = new ProcessBuilder(inside).redirectErrorStream(true).start();
        String said = process.inputReader(StandardCharsets.UTF_8).readLine();
        if (!word.equals(said)) {
            process.destroy();
            throw new IOException(command[0] + " did not say \"" + word + "\", but: " + said);
        }
        return new Companion(process);
    }

    /** Starts one that does nothing but be there. */
    public static Companion idle(TestNamespace namespace) throws IOException {
        return start(namespace, "ready", "sh", "-c", "echo ready; exec cat");
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    public long pid() {
        return process.pid();
    }

    @Override
    public void close() {
        try {
            process.outputWriter(StandardCharsets.UTF_8).close();
            process.waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot end " + process, e);
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
