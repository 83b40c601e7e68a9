package io.podbridge.benchmarks.worker;

import io.podbridge.netlink.NetlinkHandler;
import io.podbridge.netlink.NetlinkHandlers;
import io.podbridge.netlink.NetworkNamespace;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

/** Reads all links, or all routes, of one namespace into the model, whenever it is told to. */
public final class DumpWorker {
    private static final int ENOUGH = 200;
    private static final Duration LONGEST = Duration.ofSeconds(10);

    private DumpWorker() {}

    /**
     * Answers {@code links} and {@code routes} by {@code OK COUNT NANOSECONDS} or {@code ERR reason}.
     *
     * @param arguments the last is the path of the namespace
     * @throws IOException if the standard input cannot be read
     */
    public static void main(String[] arguments) throws IOException {
        NetworkNamespace namespace = NetworkNamespace.ofPath(Path.of(arguments[arguments.length - 1]));
        try (NetlinkHandler handler = NetlinkHandlers.open(namespace)) {
            warmUp(handler);
            Answering.lines(what -> dump(handler, what), what -> what);
        }
    }

    private static void warmUp(NetlinkHandler handler) {
        long begun = System.nanoTime();
        for (int i = 0; i < ENOUGH && System.nanoTime() - begun < LONGEST.toNanos(); i++) {
            dump(handler, "links");
            dump(handler, "routes");
        }
    }

    private static String dump(NetlinkHandler handler, String what) {
        long begun = System.nanoTime();
        int count = switch (what) {
            case "links" -> handler.linkList().size();
            case "routes" -> handler.routeList().size();
            default -> throw new IllegalArgumentException("links or routes, not " + what);
        };
        return count + " " + (System.nanoTime() - begun);
    }
}
