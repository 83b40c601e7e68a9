package io.podbridge.tests.guest;

import io.podbridge.netlink.model.MacAddress;
import io.podbridge.testkit.TestPod;
import io.podbridge.testkit.netns.TestNamespace;
import java.io.IOException;

/**
 * A Linux behind a tap, as a VM's, but in a namespace: a process attaches to the tap as a hypervisor does, and copies each frame from and to
 * a tap that the guest has as its NIC.
 */
public final class CheapGuest implements AutoCloseable {
    static final String NIC = "eth0";
    private static final String MADE_AS = "cheap-guest";
    /** Both taps have the virtio header, so that a frame is copied as it is; one for a side that is down is lost, as on a wire. */
    private static final String COPY = """
            use strict;
            $| = 1;
            sub tap {
                open(my $tap, '+<', '/dev/net/tun') or die "open: $!";
                my $request = pack('a16 S x22', $_[0], 0x5002);
                ioctl($tap, 0x400454ca, $request) or die "TUNSETIFF: $!";
                return $tap;
            }
            my @taps = map { tap($_) } @ARGV;
            my $all = '';
            vec($all, fileno($_), 1) = 1 for @taps, \\*STDIN;
            print "attached\\n";
            while (select(my $ready = $all, undef, undef, undef) >= 0) {
                exit if vec($ready, fileno(STDIN), 1);
                for my $i (grep { vec($ready, fileno($taps[$_]), 1) } 0, 1) {
                    my $read = sysread($taps[$i], my $frame, 70000);
                    syswrite($taps[1 - $i], $frame) if $read;
                }
            }
            """;

    private final TestNamespace namespace;
    private final Companion copier;

    private CheapGuest(TestNamespace namespace, Companion copier) {
        this.namespace = namespace;
        this.copier = copier;
    }

    /**
     * Starts one.
     *
     * @param pod a pod that is bound
     * @param tap the tap
     * @param mac the guest's MAC address
     */
    public static CheapGuest start(TestPod pod, String tap, MacAddress mac) throws IOException {
        TestNamespace namespace = TestNamespace.create("guest");
        CheapGuest guest = new CheapGuest(namespace, Companion.start(pod.pod(), "attached", "perl", "-e", COPY, tap, MADE_AS));
        pod.ip("link", "set", MADE_AS, "netns", namespace.name());
        guest.ip("link", "set", MADE_AS, "name", NIC, "address", mac.toString());
        guest.ip("link", "set", NIC, "up");
        return guest;
    }

    public String ip(String... arguments) {
        return namespace.ip(arguments);
    }

    public String exec(String... command) {
        return namespace.exec(command);
    }

    /** {@return whether an address answers a ping} */
    public boolean reaches(String address) {
        return exec("sh", "-c", "busybox ping -c 1 -W 2 " + address + " >/dev/null && echo yes || echo no").strip().equals("yes");
    }

    @Override
    public void close() {
        try (namespace; copier) {
            // Ends the process first, and deletes the namespace even if that fails.
        }
    }
}
