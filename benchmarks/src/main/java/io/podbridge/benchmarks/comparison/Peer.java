package io.podbridge.benchmarks.comparison;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A program that does the work whenever it is told to, by a line, and answers by how long that took. */
final class Peer implements AutoCloseable {
    private static final Duration LONGEST_END = Duration.ofSeconds(60);

    private final String name;
    private final Process process;
    private final BufferedWriter asked;
    private final BufferedReader answers;
    private final Samples samples = new Samples();

    private Peer(String name, Process process) {
        this.name = name;
        this.process = process;
        this.asked = process.outputWriter();
        this.answers = process.inputReader();
    }

    static Peer start(String name, List<String> command, Map<String, String> environment) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().putAll(environment);
        return new Peer(name, builder.start());
    }

    String name() {
        return name;
    }

    Samples samples() {
        return samples;
    }

    /** Asks without counting the answer. {@return the nanoseconds in it} */
    long ask(String line) throws IOException {
        asked.write(line);
        asked.newLine();
        asked.flush();
        String answer = answers.readLine();
        if (answer == null || !answer.startsWith("OK ")) {
            throw new IOException(name + " answered to \"" + line + "\": " + answer);
        }
        return Long.parseLong(answer.substring(1 + Math.max(answer.lastIndexOf('='), answer.lastIndexOf(' '))));
    }

    void sample(String line) throws IOException {
        samples.add(ask(line));
    }

    /** Who has nothing more to read tidies up and ends by itself. */
    @Override
    public void close() throws IOException {
        asked.close();
        try {
            if (!process.waitFor(LONGEST_END.toSeconds(), TimeUnit.SECONDS)) {
                throw new IOException(name + " does not end");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            process.destroy();
        }
    }
}
