package io.podbridge.testkit.netns;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Reads one output of a process to its end in a thread of its own, so that the process never waits for a full pipe. */
final class StreamDrain {
    private final CompletableFuture<String> text = new CompletableFuture<>();
    private final InputStream stream;

    private StreamDrain(InputStream stream) {
        this.stream = stream;
    }

    static StreamDrain start(InputStream stream) {
        StreamDrain drain = new StreamDrain(stream);
        Thread thread = new Thread(drain::read, "podbridge-testkit-output");
        thread.setDaemon(true);
        thread.start();
        return drain;
    }

    /** What was read, once the stream has ended: a child of the process may hold it open for longer than the process lives. */
    String text(Duration longest) throws InterruptedException, TimeoutException {
        try {
            return text.get(longest.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw new IllegalStateException("cannot read the output of a program", e.getCause());
        }
    }

    private void read() {
        try {
            text.complete(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            text.completeExceptionally(new UncheckedIOException(e));
        }
    }
}
