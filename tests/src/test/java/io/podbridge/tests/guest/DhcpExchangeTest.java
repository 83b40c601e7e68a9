package io.podbridge.tests.guest;

import io.podbridge.testkit.NetnsExtension;
import io.podbridge.testkit.TestPod;
import io.podbridge.tests.cli.Podbridge;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** A guest asks a real dnsmasq that has nothing but what {@code podbridge dhcp --format dnsmasq} says. */
@ExtendWith(NetnsExtension.class)
class DhcpExchangeTest {
    private static final String RESOLV_CONF = """
            search shop.svc.cluster.local svc.cluster.local cluster.local
            nameserver 10.96.0.10
            nameserver 10.96.0.11
            options ndots:5
            """;

    @TempDir
    Path directory;

    private TestPod pod;

    @BeforeEach
    void keep(TestPod made) {
        Installed.assume("dnsmasq", "busybox");
        pod = made;
    }

    private String run(String verb, String... more) {
        Podbridge run = Podbridge.run(directory.resolve("journals"),
                Stream.concat(Stream.of(verb), Stream.of(more)).toArray(String[]::new));
        assertThat(run.exit()).as(run.err()).isZero();
        return run.out();
    }

    private CheapGuest bind() throws IOException {
        run("bind", "--netns", pod.pod().name());
        return CheapGuest.start(pod.pod(), "tap0", pod.shape().mac());
    }

    private DhcpServer serve(String... more) throws IOException {
        String[] options = Stream.concat(Stream.of("--format", "dnsmasq"), Stream.of(more)).toArray(String[]::new);
        return DhcpServer.start(pod.pod(), run("dhcp", options), Files.createTempDirectory(directory, "dnsmasq"));
    }

    /** What Calico leaves: an address without a subnet, and a gateway that answers for everything. */
    private void likeCalico() {
        pod.node().ip("addr", "add", "169.254.1.1/32", "dev", "veth-pod");
        pod.node().ip("route", "add", "192.168.7.9", "dev", "veth-pod");
        pod.ip("-4", "addr", "flush", "dev", "eth0");
        pod.ip("addr", "add", "192.168.7.9/32", "dev", "eth0");
        pod.ip("route", "add", "169.254.1.1", "dev", "eth0", "scope", "link");
        pod.ip("route", "add", "default", "via", "169.254.1.1", "dev", "eth0");
    }

    @Test
    void theGuestGetsAllThatThePodHadForEver() throws IOException {
        try (CheapGuest guest = bind();
                Companion process = PodProcess.start(pod, directory, "web-0", RESOLV_CONF);
                DhcpServer server = serve("--pid", Long.toString(process.pid()))) {
            Lease lease = Lease.ask(guest, directory);
            assertThat(lease.get("ip") + "/" + lease.get("mask")).isEqualTo("10.244.1.7/24");
            assertThat(lease.get("router")).isEqualTo("10.244.1.1");
            assertThat(lease.get("staticroutes")).isEmpty();
            assertThat(lease.get("mtu")).isEqualTo("1450");
            assertThat(lease.get("dns")).isEqualTo("10.96.0.10 10.96.0.11");
            assertThat(lease.get("search")).isEqualTo("shop.svc.cluster.local svc.cluster.local cluster.local");
            assertThat(lease.get("domain")).isEqualTo("shop.svc.cluster.local");
            assertThat(lease.get("hostname")).isEqualTo("web-0");
            assertThat(lease.get("lease")).isEqualTo("4294967295");
            assertThat(lease.get("serverid")).isEqualTo("169.254.75.10");
            assertThat(guest.reaches("10.244.1.1")).isTrue();
            assertThat(pod.node().exec("busybox", "ping", "-c", "1", "-W", "20", "10.244.1.7")).contains("1 packets received");
            assertThat(server.log()).doesNotContain("DHCPNAK");
            System.out.println("DhcpExchangeTest: the guest got " + lease.options().keySet());
        }
    }

    @Test
    void aGatewayOffTheLinkIsToldInBothForms() throws IOException {
        likeCalico();
        try (CheapGuest guest = bind(); DhcpServer server = serve("--netns", pod.pod().name())) {
            Lease lease = Lease.ask(guest, directory);
            assertThat(lease.get("ip") + "/" + lease.get("mask")).isEqualTo("192.168.7.9/32");
            assertThat(lease.get("router")).isEqualTo("169.254.1.1");
            assertThat(lease.get("staticroutes")).isEqualTo("169.254.1.1/32 0.0.0.0 0.0.0.0/0 169.254.1.1");
            assertThat(lease.get("msstaticroutes")).isEqualTo(lease.get("staticroutes"));
            assertThat(lease.get("dns")).isEmpty();
            assertThat(lease.get("hostname")).isEmpty();
            assertThat(guest.reaches("10.244.1.1")).as("the node, by its other address").isTrue();
            assertThat(server.log()).doesNotContain("DHCPNAK");
        }
    }

    @Test
    void aClientThatKnowsNoClasslessRoutesHasTheRouter() throws IOException {
        likeCalico();
        try (CheapGuest guest = bind(); DhcpServer server = serve("--netns", pod.pod().name())) {
            Lease lease = Lease.ask(guest, directory, "mtu");
            assertThat(lease.get("staticroutes")).isEmpty();
            assertThat(lease.get("router")).isEqualTo("169.254.1.1");
            assertThat(guest.reaches("10.244.1.1")).as("the node, by its other address").isTrue();
            assertThat(server.log()).contains("192.168.7.9");
        }
    }

    /** By IPv6 the guest is told of its addresses otherwise; that they work is a matter of the bridge. */
    @Test
    void theGuestSpeaksIpv6WithWhatCloudInitWouldGiveIt() throws IOException {
        try (CheapGuest guest = bind()) {
            String network = run("dhcp", "--netns", pod.pod().name(), "--format", "cloud-init");
            assertThat(network).contains("\"fd00:10:244:1::7/64\"", "gateway6: \"fd00:10:244:1::1\"");
            guest.ip("addr", "add", "fd00:10:244:1::7/64", "dev", CheapGuest.NIC, "nodad");
            guest.ip("route", "add", "default", "via", "fd00:10:244:1::1", "dev", CheapGuest.NIC);
            assertThat(guest.reaches("fd00:10:244:1::1")).isTrue();
        }
    }

    @Test
    void eachInterfaceOfAPodHasAServerOfItsOwn() throws IOException {
        pod.ip("link", "add", "net1", "type", "veth", "peer", "name", "peer1");
        pod.ip("addr", "add", "10.7.0.5/24", "dev", "net1");
        pod.ip("link", "set", "net1", "up");
        run("bind", "--netns", pod.pod().name(), "--interface", "net1");
        try (CheapGuest guest = bind();
                DhcpServer first = serve("--netns", pod.pod().name());
                DhcpServer second = serve("--netns", pod.pod().name(), "--interface", "net1")) {
            assertThat(first.log()).contains("sockets bound exclusively to interface k6t-eth0");
            assertThat(second.log()).contains("sockets bound exclusively to interface k6t-net1");
            assertThat(Lease.ask(guest, directory).get("ip")).isEqualTo("10.244.1.7");
            assertThat(second.log()).doesNotContain("DHCPDISCOVER");
        }
    }

    /** The pod's stack drops what comes from an address of its own; the neighbour that the guest has to ask for first is known by then. */
    @Test
    void aRenewalByUnicastWouldNotReachTheServer() throws IOException {
        try (CheapGuest guest = bind()) {
            pod.ip("route", "add", "10.244.1.99", "dev", "k6t-eth0");
            guest.ip("addr", "add", "10.244.1.99/24", "dev", CheapGuest.NIC);
            guest.ip("route", "add", "169.254.75.10", "dev", CheapGuest.NIC);
            assertThat(guest.reaches("169.254.75.10")).as("from another address").isTrue();
            guest.ip("addr", "add", "10.244.1.7/24", "dev", CheapGuest.NIC);
            guest.ip("route", "replace", "169.254.75.10", "dev", CheapGuest.NIC, "src", "10.244.1.7");
            assertThat(guest.reaches("169.254.75.10")).as("from the pod's address").isFalse();
        }
    }
}
