package io.podbridge.tests.kernel;

import io.podbridge.testkit.netns.TestNamespace;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A process that says when it listens, and then whether it has heard anything: it waits for as long as its standard input is open, and some
 * seconds longer, since nobody knows how long the noise takes to begin.
 */
final class Listener {
    private final Process process;
    private final BufferedReader output;

    private Listener(Process process) {
        this.process = process;
        this.output = process.inputReader(StandardCharsets.UTF_8);
    }

    static Listener on(TestNamespace namespace, String script, String... arguments) {
        try {
            List<String> command = new ArrayList<>(List.of("ip", "netns", "exec", namespace.name(), "perl", "-e", script));
            command.addAll(List.of(arguments));
            return new Listener(new ProcessBuilder(command).redirectErrorStream(true).start());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start the listener", e);
        }
    }

    boolean hears(Runnable noise) {
        try {
            expect("listening");
            noise.run();
            process.getOutputStream().close();
            String said = output.readLine();
            return "heard".equals(said);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read from the listener", e);
        } finally {
            process.destroy();
            // What it has open keeps a tap busy until then.
            process.onExit().join();
        }
    }

    private void expect(String wanted) throws IOException {
        String said = output.readLine();
        if (!wanted.equals(said)) {
            throw new IOException("the listener says: " + said);
        }
    }
}
