package io.podbridge.benchmarks.worker;

import io.podbridge.netlink.NetlinkHandler;
import io.podbridge.netlink.NetlinkHandlers;
import io.podbridge.netlink.NetworkNamespace;
import java.io.IOException;
import java.nio.file.Path;

/** Reads all links, all routes, or one link of one namespace into the model, whenever it is told to. */
public final class DumpWorker {
    private static final String LINK = "link ";
    private static final int ENOUGH = 200;
    private static final int LOOKUPS = 100;

    private DumpWorker() {}

    /**
     * Answers {@code links}, {@code routes} and {@code link NAME} by {@code OK COUNT NANOSECONDS} or {@code ERR reason}.
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

    private static void warmUp(NetlinkHandler handler) throws IOException {
        WarmUp.repeating(ENOUGH, () -> {
            dump(handler, "links");
            dump(handler, "routes");
            for (int i = 0; i < LOOKUPS; i++) {
                dump(handler, LINK + "lo");
            }
        });
    }

    private static String dump(NetlinkHandler handler, String what) {
        long begun = System.nanoTime();
        int count = switch (what) {
            case "links" -> handler.linkList().size();
            case "routes" -> handler.routeList().size();
            default -> handler.linkByName(what.substring(LINK.length())).map(link -> 1).orElseThrow();
        };
        return count + " " + (System.nanoTime() - begun);
    }
}
