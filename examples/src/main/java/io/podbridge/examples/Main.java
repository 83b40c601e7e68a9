package io.podbridge.examples;

import io.micrometer.core.instrument.Metrics;
import io.podbridge.Bindings;
import io.podbridge.netlink.NetworkNamespace;
import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.concurrent.TimeUnit;

/** The agent as a process: {@code Main REQUESTS ANSWERS JOURNALS}, three directories. SIGTERM ends it when the pods are released. */
public final class Main {
    /** How long something that went wrong, or that somebody has changed in a pod, waits for the next try at most. */
    private static final long PERIOD_SECONDS = 10;

    private Main() {}

    /**
     * Works until the process is told to end.
     *
     * @param arguments the directories of requests, answers and journals
     * @throws IOException if one of the directories cannot be read or written
     * @throws InterruptedException never: nobody interrupts this thread
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path requests = Files.createDirectories(Path.of(arguments[0]));
        Path answers = Files.createDirectories(Path.of(arguments[1]));
        // Whoever runs this adds the registry of the monitoring system to the global one.
        Bindings bindings = Bindings.in(Path.of(arguments[2])).withListener(new BindingMetrics(Metrics.globalRegistry));
        Agent agent = new Agent(bindings, new PodRequests(requests), new Answers(answers), NetworkNamespace::ofPath);
        try (WatchService changes = requests.getFileSystem().newWatchService()) {
            requests.register(changes, StandardWatchEventKinds.ENTRY_CREATE, StandardWatchEventKinds.ENTRY_DELETE,
                    StandardWatchEventKinds.ENTRY_MODIFY);
            releaseAtEnd(changes, Thread.currentThread());
            while (true) {
                agent.reconcile();
                next(changes);
            }
        } catch (ClosedWatchServiceException e) {
            agent.releaseAll();
        }
    }

    private static void next(WatchService changes) throws InterruptedException {
        for (WatchKey key = changes.poll(PERIOD_SECONDS, TimeUnit.SECONDS); key != null; key = changes.poll()) {
            // What has changed is read from the directory, so the events themselves are of no interest.
            key.pollEvents();
            key.reset();
        }
    }

    /** The Java that ends waits for its hooks: this one lets a round that has begun come to its end, and the pods be released. */
    private static void releaseAtEnd(WatchService changes, Thread worker) {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            try {
                changes.close();
                worker.join();
            } catch (IOException | InterruptedException e) {
                throw new IllegalStateException("cannot end in order; the next agent goes on", e);
            }
        }));
    }
}
