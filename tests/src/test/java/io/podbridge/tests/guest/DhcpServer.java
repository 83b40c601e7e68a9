package io.podbridge.tests.guest;

import io.podbridge.testkit.netns.TestNamespace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A dnsmasq in a pod, with nothing but the configuration that is given, and where it logs to. Closing ends it. */
final class DhcpServer implements AutoCloseable {
    /** It is ready once it has bound its sockets, which it logs; a reader of its log may be slower than it is. */
    private static final String RUN = """
            dnsmasq --keep-in-foreground --user=root --pid-file= --conf-file=$1 --log-dhcp --log-facility=$2 &
            server=$!
            until grep -qs 'DHCP, sockets bound exclusively' $2 || ! kill -0 $server; do sleep 0.02; done
            echo ready
            cat
            kill $server
            wait $server
            """;

    private final Companion server;
    private final Path log;

    private DhcpServer(Companion server, Path log) {
        this.server = server;
        this.log = log;
    }

    static DhcpServer start(TestNamespace pod, String configuration, Path directory) throws IOException {
        Path file = Files.writeString(directory.resolve("dnsmasq.conf"), configuration);
        Path log = directory.resolve("dnsmasq.log");
        return new DhcpServer(Companion.start(pod, "ready", "sh", "-c", RUN, "sh", file.toString(), log.toString()), log);
    }

    String log() throws IOException {
        return Files.readString(log);
    }

    @Override
    public void close() {
        server.close();
    }
}
