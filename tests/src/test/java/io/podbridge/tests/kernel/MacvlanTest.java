package io.podbridge.tests.kernel;

import io.podbridge.Bindings;
import io.podbridge.BridgePodNetworkConfigurator;
import io.podbridge.RefusedException;
import io.podbridge.binding.BridgeBinding;
import io.podbridge.binding.Refusal;
import io.podbridge.netlink.model.LinkKind;
import io.podbridge.netlink.model.MacAddress;
import io.podbridge.testkit.NetnsExtension;
import io.podbridge.testkit.PodSnapshot;
import io.podbridge.testkit.TestPod;
import io.podbridge.tests.matrix.Backend;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static io.podbridge.testkit.assertions.PodbridgeAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** A macvlan is handed what is sent to its own MAC address and nothing else: bound, it keeps that address, and the guest on the tap is reached. */
@ExtendWith(NetnsExtension.class)
class MacvlanTest {
    private static final String ATTACH = """
            use IO::Select;
            my ($name, $mac) = @ARGV;
            $mac =~ s/://g;
            open(my $tap, '+<', '/dev/net/tun') or die "open: $!";
            my $request = pack('a16 S x22', $name, 0x5002);
            ioctl($tap, 0x400454ca, $request) or die "TUNSETIFF: $!";
            $| = 1; print "listening\n";
            my $select = IO::Select->new($tap, \\*STDIN);
            my $patience;
            while (my @ready = $select->can_read($patience)) {
                for (@ready) {
                    if ($_ != $tap) { $patience = 5; $select->remove($_); next; }
                    sysread($tap, my $frame, 2048);
                    if (substr($frame, 10, 6) eq pack('H12', $mac)) { print "heard\n"; exit; }
                }
            }
            print "nothing\n";
            """;
    private static final String SEND = """
            use IO::Socket::INET;
            my $socket = IO::Socket::INET->new(Proto => 'udp', PeerAddr => '10.7.7.5', PeerPort => 4711) or die "socket: $!";
            for (1 .. 30) { $socket->send('knock'); select(undef, undef, undef, 0.1); }
            """;

    @TempDir
    Path journals;

    private TestPod pod;
    private String mac;

    /** The macvlan hangs on one end of a cable, and the node is at the other. */
    @BeforeEach
    void attach(TestPod made) {
        pod = made;
        pod.node().ip("link", "add", "lower0", "up", "type", "veth", "peer", "name", "outside0");
        pod.node().ip("link", "set", "outside0", "up");
        pod.node().ip("addr", "add", "10.7.7.1/24", "dev", "outside0");
        pod.node().ip("link", "add", "link", "lower0", "name", "net1", "netns", pod.pod().name(), "type", "macvlan", "mode",
                "bridge");
        pod.ip("link", "set", "net1", "up");
        pod.ip("addr", "add", "10.7.7.5/24", "dev", "net1");
        pod.awaitLinkLocal("net1");
        mac = Ips.text(Ips.link(pod, "net1"), "address");
        pod.node().ip("neigh", "add", "10.7.7.5", "lladdr", mac, "dev", "outside0", "nud", "permanent");
    }

    private static BridgeBinding binding() {
        return BridgeBinding.of("net1").withAllowedKinds(Set.of(LinkKind.MACVLAN));
    }

    @ParameterizedTest
    @EnumSource
    void itKeepsItsMacAddressAndTheGuestIsReached(Backend backend) {
        PodSnapshot before = pod.snapshot();
        BridgePodNetworkConfigurator configurator = Bindings.in(journals).withHandlers(backend.handlers())
                .configurator(pod.namespace(), binding());
        configurator.preparePodNetworkInterface();
        assertThat(Ips.text(Ips.link(pod, "net1-nic"), "address")).isEqualTo(mac);
        assertThat(guestIsReached()).isTrue();
        assertThat(configurator.verify()).isEmpty();
        assertThat(configurator.release()).isTrue();
        assertThat(pod).isUnchangedSince(before);
    }

    @Test
    void aNicThatWasTakenFromItsBridgeIsPutRight() {
        BridgePodNetworkConfigurator configurator = Bindings.in(journals).configurator(pod.namespace(), binding());
        configurator.preparePodNetworkInterface();
        pod.ip("link", "set", "net1-nic", "nomaster");
        assertThat(guestIsReached()).isFalse();
        assertThat(configurator.preparePodNetworkInterface().changed()).isTrue();
        assertThat(guestIsReached()).isTrue();
    }

    @Test
    void aGuestWithAnotherMacAddressIsRefused() {
        BridgePodNetworkConfigurator configurator = Bindings.in(journals).configurator(pod.namespace(),
                binding().withGuestMac(MacAddress.parse("02:00:00:00:00:07")));
        RefusedException refused = catchThrowableOfType(RefusedException.class, configurator::preparePodNetworkInterface);
        assertThat(refused.refusals()).extracting(Refusal::code).containsExactly(Refusal.Code.KIND_NOT_ALLOWED);
    }

    private boolean guestIsReached() {
        return Listener.on(pod.pod(), ATTACH, "tap1", mac).hears(() -> pod.node().exec("perl", "-e", SEND));
    }
}
