package io.podbridge.tests.kernel;

import io.podbridge.testkit.TestPod;
import io.podbridge.testkit.netns.TestNamespace;

/** A guest without a hypervisor: a namespace behind one more port of the pod's bridge, with the pod's MAC and IPv4 address. */
final class BridgedGuest implements AutoCloseable {
    private static final String LISTEN = """
            use IO::Socket::INET; use IO::Select;
            my $socket = IO::Socket::INET->new(Proto => 'udp', LocalAddr => $ARGV[0], LocalPort => 4711) or die "bind: $!";
            $| = 1; print "listening\n";
            my $select = IO::Select->new($socket, \\*STDIN);
            my $patience;
            while (my @ready = $select->can_read($patience)) {
                if (grep { $_ == $socket } @ready) { print "heard"; exit; }
                $patience = 5; $select->remove(\\*STDIN);
            }
            print "nothing";
            """;
    private static final String SEND = """
            use IO::Socket::INET;
            my $socket = IO::Socket::INET->new(Proto => 'udp', PeerAddr => $ARGV[0], PeerPort => 4711) or die "socket: $!";
            for (1 .. 30) { $socket->send('knock'); select(undef, undef, undef, 0.1); }
            """;

    private final TestPod pod;
    private final TestNamespace guest = TestNamespace.create("guest");

    BridgedGuest(TestPod pod) {
        this.pod = pod;
        pod.ip("link", "add", "vm0", "type", "veth", "peer", "name", "eth0", "netns", guest.name());
        pod.ip("link", "set", "vm0", "master", "k6t-eth0", "up");
        guest.ip("link", "set", "eth0", "address", pod.shape().mac().toString(), "up");
        guest.ip("addr", "add", "10.244.1.7/24", "dev", "eth0");
    }

    /** {@return whether what the guest sends comes to the node, with UDP} */
    boolean reachesTheNode() {
        return Listener.on(pod.node(), LISTEN, "10.244.1.1").hears(() -> guest.exec("perl", "-e", SEND, "10.244.1.1"));
    }

    @Override
    public void close() {
        try (guest) {
            pod.ip("link", "del", "vm0");
        }
    }
}
