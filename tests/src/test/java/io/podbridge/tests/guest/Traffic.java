package io.podbridge.tests.guest;

import io.podbridge.testkit.netns.TestNamespace;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

import static org.assertj.core.api.Assertions.assertThat;

/** What one namespace says to another. */
public final class Traffic {
    private static final String SERVE = """
            use IO::Socket::IP;
            $| = 1;
            my $server = IO::Socket::IP->new(LocalPort => $ARGV[0], V6Only => 0, Family => Socket::AF_INET6, Listen => 1,
                ReuseAddr => 1) or die $@;
            print "listening\\n";
            alarm 20;
            my $client = $server->accept or die $!;
            print {$client} uc(<$client>);
            """;
    private static final String ASK = """
            use IO::Socket::IP;
            my $socket = IO::Socket::IP->new(PeerHost => $ARGV[0], PeerPort => $ARGV[1], Timeout => 10) or die $@;
            print {$socket} "hello\\n";
            print <$socket>;
            """;

    private Traffic() {}

    /** Each reaches the other by ping, with what the MTU carries, and the first the second by TCP. */
    public static void flows(TestNamespace node, String nodeAddress, TestNamespace guest, String guestAddress)
            throws IOException {
        ping(node, guestAddress);
        ping(guest, nodeAddress);
        connects(node, guestAddress, 80, guest, 80);
    }

    /**
     * Sends packets until one is answered, and then such as the MTU of 1450 just carries; fails if none is for ten seconds. An address may
     * still be probed for at first.
     */
    public static void ping(TestNamespace from, String to) {
        int headers = to.contains(":") ? 48 : 28;
        from.exec("ping", "-n", "-q", "-c", "1", "-w", "10", to);
        from.exec("ping", "-n", "-q", "-c", "1", "-w", "10", "-M", "do", "-s", Integer.toString(1450 - headers), to);
    }

    /** A line goes by TCP to where a server listens, and comes back. */
    public static void connects(TestNamespace client, String address, int port, TestNamespace server, int serverPort)
            throws IOException {
        Process serving = new ProcessBuilder("ip", "netns", "exec", server.name(), "perl", "-e", SERVE,
                Integer.toString(serverPort)).redirectErrorStream(true).start();
        try (BufferedReader output = serving.inputReader(StandardCharsets.UTF_8)) {
            assertThat(output.readLine()).isEqualTo("listening");
            assertThat(client.exec("perl", "-e", ASK, address, Integer.toString(port))).isEqualToIgnoringNewLines("HELLO");
        } finally {
            serving.destroy();
            serving.onExit().join();
        }
    }
}
