package io.podbridge.iproute2.process;

import com.google.common.util.concurrent.SettableFuture;
import com.google.common.util.concurrent.Uninterruptibles;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Reads one output of a process to its end, in a thread of its own, so that the process never waits for a full pipe. */
final class Drain {
    private final SettableFuture<String> text = SettableFuture.create();
    private final InputStream stream;

    private Drain(InputStream stream) {
        this.stream = stream;
    }

    static Drain start(InputStream stream) {
        Drain drain = new Drain(stream);
        Thread thread = new Thread(drain::read, "podbridge-output");
        thread.setDaemon(true);
        thread.start();
        return drain;
    }

    /** What was read, once the stream has ended: a child of the process may hold it open for longer than the process lives. */
    String text(Deadline deadline) throws IOException, TimeoutException {
        try {
            return Objects
                    .requireNonNull(Uninterruptibles.getUninterruptibly(text, deadline.left().toNanos(), TimeUnit.NANOSECONDS));
        } catch (ExecutionException e) {
            throw new IOException(e.getCause());
        }
    }

    private void read() {
        try (stream) {
            text.set(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            text.setException(e);
        }
    }
}
