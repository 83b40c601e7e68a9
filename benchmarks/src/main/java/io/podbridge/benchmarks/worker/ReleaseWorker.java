package io.podbridge.benchmarks.worker;

import io.podbridge.BridgePodNetworkConfigurator;
import io.podbridge.netlink.NetworkNamespace;
import java.io.IOException;
import java.nio.file.Path;

/** Binds {@code eth0} of each namespace whose path it reads, and says how long it takes to give it back by the whole of the public API. */
public final class ReleaseWorker {

    private ReleaseWorker() {}

    /**
     * Answers {@code OK total=NANOSECONDS} or {@code ERR reason}.
     *
     * @param arguments none
     * @throws IOException if the journals' directory cannot be used
     */
    public static void main(String[] arguments) throws IOException {
        try (Journals journals = Journals.make()) {
            WarmUp.inPods(pod -> {
                nanos(journals.directory(), pod.namespace());
                journals.clear();
            });
            Answering.lines(path -> "total=" + nanos(journals.directory(), NetworkNamespace.ofPath(Path.of(path))), path -> {
                journals.clear();
                return path;
            });
        }
    }

    private static long nanos(Path journals, NetworkNamespace namespace) {
        BridgePodNetworkConfigurator pod = Bound.pod(journals, namespace);
        pod.preparePodNetworkInterface();
        long begun = System.nanoTime();
        pod.release();
        return System.nanoTime() - begun;
    }
}
