package io.podbridge.tests.kernel;

import io.podbridge.testkit.TestPod;
import io.podbridge.tests.guest.Companion;
import java.io.IOException;

/** A process that holds a tap as a hypervisor does. Closing ends it. */
final class Vm implements AutoCloseable {
    /** Opens the device where it belongs to the pod's namespace, attaches, says so, and waits until nobody talks to it any more. */
    private static final String ATTACH = """
            $| = 1;
            open(my $tap, '+<', '/dev/net/tun') or die "open: $!";
            my $request = pack('a16 S x22', $ARGV[0], 0x5002);
            ioctl($tap, 0x400454ca, $request) or die "TUNSETIFF: $!";
            print "attached\\n";
            <STDIN>;
            """;

    private final Companion process;

    private Vm(Companion process) {
        this.process = process;
    }

    static Vm attach(TestPod pod, String tap) throws IOException {
        return new Vm(Companion.start(pod.pod(), "attached", "perl", "-e", ATTACH, tap));
    }

    boolean isAlive() {
        return process.isAlive();
    }

    @Override
    public void close() {
        process.close();
    }
}
