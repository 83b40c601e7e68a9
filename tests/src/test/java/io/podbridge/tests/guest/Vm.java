package io.podbridge.tests.guest;

import io.podbridge.testkit.netns.TestNamespace;
import java.io.IOException;

/** A process that holds a tap as a hypervisor does. Closing ends it. */
public final class Vm implements AutoCloseable {
    /**
     * Opens the device where it belongs to the pod's namespace, attaches, says so, and waits until nobody talks to it any more. Between two
     * taps it copies frames; one that is down takes none (EIO).
     */
    private static final String ATTACH = """
            $| = 1;
            my @taps = map {
                open(my $tap, '+<', '/dev/net/tun') or die "open: $!";
                my $request = pack('a16 S x22', $_, 0x5002);
                ioctl($tap, 0x400454ca, $request) or die "TUNSETIFF: $!";
                $tap
            } @ARGV;
            print "attached\n";
            while (1) {
                my $readable = '';
                vec($readable, fileno($_), 1) = 1 for *STDIN, @taps == 2 ? @taps : ();
                select($readable, undef, undef, undef) > 0 or die "select: $!";
                exit if vec($readable, fileno(STDIN), 1);
                for my $from (grep { vec($readable, fileno($_), 1) } @taps) {
                    sysread($from, my $frame, 70000) or next;
                    syswrite($_, $frame) // $!{EIO} // die "write: $!" for grep { $_ != $from } @taps;
                }
            }
            """;

    private final Companion process;

    private Vm(Companion process) {
        this.process = process;
    }

    /** Attaches to a tap. */
    public static Vm attach(TestNamespace pod, String tap) throws IOException {
        return new Vm(Companion.start(pod, "attached", "perl", "-MErrno", "-e", ATTACH, tap));
    }

    /** Attaches to a tap, and to another that it makes, and copies frames from each to the other. */
    static Vm between(TestNamespace pod, String tap, String other) throws IOException {
        return new Vm(Companion.start(pod, "attached", "perl", "-MErrno", "-e", ATTACH, tap, other));
    }

    /** {@return whether the process has not ended} */
    public boolean isAlive() {
        return process.isAlive();
    }

    @Override
    public void close() {
        process.close();
    }
}
