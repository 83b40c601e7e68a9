package io.podbridge.benchmarks.worker;

import io.podbridge.netlink.NetworkNamespace;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Binds {@code eth0} of each namespace whose path it reads, by the whole of the public API: the lock, a handler opened and closed,
 * discovery, preflight, the journal forced to its file system, and the steps.
 */
public final class BindWorker {

    private BindWorker() {}

    /**
     * Answers {@code OK total=NANOSECONDS} or {@code ERR reason}.
     *
     * @param arguments none
     * @throws IOException if the journals' directory cannot be used
     */
    public static void main(String[] arguments) throws IOException {
        try (Journals journals = Journals.make()) {
            WarmUp.binding(journals);
            Answering.lines(path -> "total=" + nanos(journals.directory(), path), path -> {
                journals.clear();
                return path;
            });
        }
    }

    private static long nanos(Path journals, String path) {
        NetworkNamespace namespace = NetworkNamespace.ofPath(Path.of(path));
        long begun = System.nanoTime();
        Bound.pod(journals, namespace).preparePodNetworkInterface();
        return System.nanoTime() - begun;
    }
}
