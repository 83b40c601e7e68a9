package io.podbridge.tests.guest;

import io.podbridge.testkit.netns.TestNamespace;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** What tcpdump(8) sees on a link from now on. Closing ends it. */
final class Capture implements AutoCloseable {
    private final String link;
    private final Process process;
    private final CompletableFuture<List<String>> seen;

    private Capture(String link, Process process, BufferedReader output) {
        this.link = link;
        this.process = process;
        // A packet's line has the two MAC addresses; what else is said is about the capture.
        this.seen = CompletableFuture.supplyAsync(() -> output.lines().filter(line -> line.contains(" > ")).toList(),
                Thread::startVirtualThread);
    }

    static Capture on(TestNamespace namespace, String link, String filter) throws IOException {
        Installed.assume("tcpdump");
        Process process = new ProcessBuilder("ip", "netns", "exec", namespace.name(), "tcpdump", "-i", link, "-n", "-e", "-l",
                "--immediate-mode", filter).redirectErrorStream(true).start();
        BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
        String line = output.readLine();
        while (line != null && !line.startsWith("listening on")) {
            line = output.readLine();
        }
        if (line == null) {
            throw new IOException("tcpdump(8) does not listen on " + link + " of " + namespace);
        }
        return new Capture(link, process, output);
    }

    /** {@return a line for each packet that it has seen; it sees no more} */
    List<String> stop() {
        // Not of the process itself: that would close what it has still to say.
        process.toHandle().destroy();
        return seen.join().stream().map(packet -> link + ": " + packet).toList();
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
