package io.podbridge.tests.guest;

import io.podbridge.Bindings;
import io.podbridge.binding.BridgeBinding;
import io.podbridge.binding.PlaceholderKind;
import io.podbridge.testkit.NetnsExtension;
import io.podbridge.testkit.TestPod;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the pod's own stack says of itself while a guest has its addresses: nothing. It would by IPv6 (neighbour discovery, MLD, router
 * solicitations) and by IGMP, with the guest's MAC address or from the fake one, whenever a link comes up.
 */
@ExtendWith(NetnsExtension.class)
class SilenceTest {
    /** A router solicitation comes within a second and another some four seconds later, reports of groups twice within two. */
    private static final int SECONDS = 5;
    private static final int ATTEMPTS = 20;

    @TempDir
    Path journals;

    private TestPod pod;
    private String filter;

    @BeforeEach
    void take(TestPod handedOut) {
        pod = handedOut;
        String node = pod.node().exec("cat", "/sys/class/net/veth-pod/address").strip();
        filter = "(ip6 or igmp) and not ether src " + node;
    }

    /** What a pod says when it has just come up is no part of its bind. It would look for a router again and again; twice is enough. */
    private void awaitSilence() throws Exception {
        pod.exec("sysctl", "-qw", "net.ipv6.conf.eth0.router_solicitations=2");
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            try (Capture node = Capture.on(pod.node(), "veth-pod", filter)) {
                pod.exec("sleep", Integer.toString(SECONDS));
                if (node.stop().isEmpty()) {
                    return;
                }
            }
        }
        throw new AssertionError("the pod does not fall silent");
    }

    private interface Happening {
        void happen() throws Exception;
    }

    /** {@return the lines of all that was seen on the node's end and the pod's links while something happened, and after it} */
    private List<String> seenWhile(Happening happening, int seconds) throws Exception {
        try (Capture node = Capture.on(pod.node(), "veth-pod", filter);
                Capture tap = Capture.on(pod.pod(), "tap0", filter);
                Capture nic = Capture.on(pod.pod(), "eth0-nic", filter);
                Capture bridge = Capture.on(pod.pod(), "k6t-eth0", filter)) {
            happening.happen();
            pod.exec("sleep", Integer.toString(seconds));
            List<String> seen = new ArrayList<>();
            List.of(node, tap, nic, bridge).forEach(capture -> seen.addAll(capture.stop()));
            return seen;
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"AUTO", "VETH"})
    void thePodsStackSaysNothingWhileBoundAndWouldBeHeard(PlaceholderKind placeholder) throws Exception {
        awaitSilence();
        List<String> atTheNode;
        try (Capture node = Capture.on(pod.node(), "veth-pod", filter)) {
            Bindings.in(journals).configurator(pod.namespace(), BridgeBinding.of("eth0").withPlaceholder(placeholder))
                    .preparePodNetworkInterface();
            assertThat(seenWhile(this::attachAndLetGo, SECONDS)).isEmpty();
            atTheNode = node.stop();
        }
        assertThat(atTheNode).isEmpty();

        try (Vm vm = Vm.attach(pod.pod(), "tap0")) {
            List<String> heard = seenWhile(this::speak, SECONDS);
            assertThat(vm.isAlive()).isTrue();
            for (String link : List.of("veth-pod", "tap0", "eth0-nic", "k6t-eth0")) {
                assertThat(heard).as(link).anyMatch(line -> line.startsWith(link) && line.contains("ICMP6"))
                        .anyMatch(line -> line.startsWith(link) && line.contains("igmp"));
            }
            System.out.println("silence: placeholder " + placeholder + ": 0 packets on four links in " + SECONDS
                    + " s, and with IPv6 and a group on the bridge " + heard.size() + " in as many");
        }
    }

    /** The carrier comes with a VM, goes with it, and comes again with the next. */
    private void attachAndLetGo() throws IOException {
        try (Vm first = Vm.attach(pod.pod(), "tap0")) {
            assertThat(first.isAlive()).isTrue();
        }
        try (Vm second = Vm.attach(pod.pod(), "tap0")) {
            pod.exec("sleep", "2");
            assertThat(second.isAlive()).isTrue();
        }
    }

    private void speak() {
        for (String link : List.of("k6t-eth0", "tap0", "eth0-nic")) {
            pod.exec("sh", "-c", "echo 0 > /proc/sys/net/ipv6/conf/" + link + "/disable_ipv6");
        }
        pod.ip("addr", "add", "239.1.2.3/32", "dev", "k6t-eth0", "autojoin");
    }
}
