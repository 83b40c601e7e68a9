package io.podbridge.tests.guest;

import io.podbridge.testkit.NetnsExtension;
import io.podbridge.testkit.PodSnapshot;
import io.podbridge.testkit.TestPod;
import io.podbridge.tests.cli.Podbridge;
import io.podbridge.tests.vm.DebianKernel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import static io.podbridge.testkit.assertions.PodbridgeAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** A machine of its own on the tap of a bound pod, and a real dnsmasq beside it. For {@code -Pvm}. */
@EnabledIfSystemProperty(named = DebianKernel.CACHE, matches = ".+")
@ExtendWith(NetnsExtension.class)
class RealGuestTest {
    /** Sends a line to the guest, which sends it back. */
    private static final String ECHO = "printf 'over tcp\\n' | busybox nc -w 5 10.244.1.7 7";

    @TempDir
    Path directory;

    private TestPod pod;
    private PodSnapshot before;
    private DebianKernel kernel;

    @BeforeEach
    void bind(TestPod made) throws Exception {
        Installed.assume("dnsmasq", "busybox", "qemu-system-x86_64", "depmod", "cpio");
        kernel = DebianKernel.fetch(directory);
        pod = made;
        before = pod.snapshot();
        run("bind");
    }

    private String run(String verb, String... more) {
        Podbridge run = Podbridge.run(directory.resolve("journals"),
                Stream.concat(Stream.of(verb, "--netns", pod.pod().name()), Stream.of(more)).toArray(String[]::new));
        assertThat(run.exit()).as(run.err()).isZero();
        return run.out();
    }

    private DhcpServer serve() throws IOException {
        return DhcpServer.start(pod.pod(), run("dhcp", "--format", "dnsmasq"),
                Files.createDirectory(directory.resolve("dnsmasq")));
    }

    /** What kubelet looks for. */
    private void assertThatThePodShowsItsAddress() {
        assertThat(pod.ip("-o", "addr", "show", "dev", "eth0")).contains("inet 10.244.1.7/24");
    }

    @Test
    void itHasThePodsAddressForItselfAndSpeaksWithTheNode() throws IOException {
        assertThatThePodShowsItsAddress();
        try (DhcpServer server = serve(); RealGuest guest = RealGuest.boot(kernel, pod, directory)) {
            assertThat(guest.words()).containsExactly("nobody has 10.244.1.7", "10.244.1.7/24 mtu 1450", "10.244.1.1 answers",
                    "a large ping is answered", "ready");
            assertThatThePodShowsItsAddress();
            assertThat(pod.node().exec("busybox", "ping", "-c", "2", "-W", "20", "10.244.1.7")).contains("2 packets received");
            assertThat(pod.node().exec("sh", "-c", ECHO)).isEqualTo("over tcp\n");
            assertThat(pod.node().ip("neigh", "show", "10.244.1.7")).contains(pod.shape().mac().toString());
            assertThat(server.log()).contains("DHCPACK(k6t-eth0) 10.244.1.7").doesNotContain("DHCPNAK");
            System.out.println("real guest: " + guest.words());
        }
        run("verify");
        run("release");
        pod.awaitLinkLocal();
        assertThat(pod).isUnchangedSince(before);
    }

    /** The test above would notice. */
    @Test
    void itFindsSomebodyWhoHasItsAddressWhereThePodsStackAnswers() throws IOException {
        pod.exec("sh", "-c", "echo 0 > /proc/sys/net/ipv4/conf/k6t-eth0/arp_ignore");
        try (DhcpServer server = serve(); RealGuest guest = RealGuest.boot(kernel, pod, directory)) {
            assertThat(guest.words()).contains("somebody has 10.244.1.7");
            assertThat(server.log()).contains("DHCPDISCOVER");
        }
    }
}
