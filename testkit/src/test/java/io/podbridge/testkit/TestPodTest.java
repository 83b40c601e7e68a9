package io.podbridge.testkit;

import io.podbridge.netlink.NetworkNamespace;
import io.podbridge.testkit.netns.NetnsRequirement;
import io.podbridge.testkit.netns.ToolFailedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class TestPodTest {

    @BeforeAll
    static void needNamespaces() {
        NetnsRequirement.check();
    }

    @Test
    void looksLikeAPod() {
        try (TestPod pod = TestPod.create()) {
            assertThat(pod.ip("addr", "show", "eth0")).contains("mtu 1450", "state UP", "link/ether 0a:58:0a:f4:01:07",
                    "inet 10.244.1.7/24", "inet6 fd00:10:244:1::7/64", "inet6 fe80::");
            assertThat(pod.ip("-4", "route")).contains("default via 10.244.1.1 dev eth0", "10.244.1.0/24 dev eth0");
            assertThat(pod.ip("-6", "route")).contains("default via fd00:10:244:1::1 dev eth0");
            assertThat(pod.node().ip("addr")).contains("mtu 1450", "inet 10.244.1.1/24", "inet6 fd00:10:244:1::1/64");
            assertThat(pod.namespace()).isEqualTo(NetworkNamespace.ofName(pod.pod().name()));
        }
    }

    @Test
    void hasTheShapeThatIsAskedFor() {
        PodShape shape = PodShape.standard().withNic("net1").withMtu(1400).withoutAddresses();
        try (TestPod pod = TestPod.create(shape)) {
            assertThat(pod.ip("addr", "show", "net1")).contains("mtu 1400").doesNotContain("inet ");
            assertThat(pod.ip("route")).isEmpty();
            assertThat(pod.shape()).isEqualTo(shape);
        }
    }

    @Test
    void twoPodsAreApart() {
        try (TestPod first = TestPod.create(); TestPod second = TestPod.create()) {
            first.ip("link", "set", "eth0", "name", "eth1");

            assertThat(second.exec("ip", "link", "show", "eth0")).contains("eth0");
            assertThat(first.namespace()).isNotEqualTo(second.namespace());
        }
    }

    @Test
    void isGoneOnceItIsClosedAndClosingTwiceIsHarmless() throws IOException {
        TestPod pod = TestPod.create();
        assertThat(ownNamespaces()).contains(pod.pod().name(), pod.node().name());

        pod.close();
        pod.close();

        assertThat(ownNamespaces()).doesNotContain(pod.pod().name(), pod.node().name());
    }

    @Test
    void leavesNothingBehindWhenItCannotBeMade() throws IOException {
        List<String> before = ownNamespaces();

        assertThatThrownBy(() -> TestPod.create(PodShape.standard().withMtu(67))).isInstanceOf(ToolFailedException.class)
                .hasMessageContaining("mtu");

        assertThat(ownNamespaces()).isEqualTo(before);
    }

    @Test
    void failsWithTheCommandAndTheWordsOfIp() {
        try (TestPod pod = TestPod.create()) {
            assertThatThrownBy(() -> pod.ip("link", "show", "nosuch0")).isInstanceOf(ToolFailedException.class)
                    .hasMessage("cannot run `ip -n " + pod.pod() + " link show nosuch0`: exit status 1: "
                            + "Device \"nosuch0\" does not exist.");
        }
    }

    private static List<String> ownNamespaces() throws IOException {
        Path named = Path.of("/run/netns");
        if (!Files.exists(named)) {
            return List.of();
        }
        String own = "podbridge-" + ProcessHandle.current().pid() + "-";
        try (Stream<Path> found = Files.list(named)) {
            return found.map(file -> file.getFileName().toString()).filter(name -> name.startsWith(own)).sorted().toList();
        }
    }
}
