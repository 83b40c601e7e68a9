package io.podbridge.tests.kernel;

import io.podbridge.Bindings;
import io.podbridge.BridgePodNetworkConfigurator;
import io.podbridge.binding.BridgeBinding;
import io.podbridge.testkit.NetnsExtension;
import io.podbridge.testkit.TestPod;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static io.podbridge.testkit.assertions.PodbridgeAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** Somebody changes a bound pod: verify names it, prepare mends it. */
@ExtendWith(NetnsExtension.class)
class DriftTest {
    @TempDir
    Path journals;

    private BridgePodNetworkConfigurator bound(TestPod pod) {
        BridgePodNetworkConfigurator configurator = Bindings.in(journals).configurator(pod.namespace(), BridgeBinding.of("eth0"));
        configurator.preparePodNetworkInterface();
        return configurator;
    }

    static Stream<Arguments> drifts() {
        return Stream.of(Arguments.of("link set tap0 nomaster", "master of tap0"),
                Arguments.of("link set tap0 down", "state of tap0"),
                Arguments.of("link del tap0", "tap tap0"),
                Arguments.of("link set tap0 mtu 1300", "MTU of tap0"),
                Arguments.of("link set eth0-nic nomaster", "master of eth0-nic"),
                Arguments.of("link set eth0-nic down", "state of eth0-nic"),
                Arguments.of("link set eth0-nic type bridge_slave learning on", "learning of eth0-nic"),
                Arguments.of("link set k6t-eth0 down", "state of k6t-eth0"),
                Arguments.of("link set k6t-eth0 address 02:00:00:00:00:99", "MAC address of k6t-eth0"),
                Arguments.of("addr del 169.254.75.10/32 dev k6t-eth0", "address 169.254.75.10/32 of k6t-eth0"),
                Arguments.of("addr add 10.1.2.3/24 dev eth0-nic", "address 10.1.2.3/24 of eth0-nic"),
                Arguments.of("addr del 10.244.1.7/24 dev eth0", "address 10.244.1.7/24 of placeholder"),
                Arguments.of("link set eth0 up", "state of placeholder"),
                Arguments.of("link set eth0 address 02:00:00:00:00:98", "MAC address of placeholder"),
                Arguments.of("link del k6t-eth0", "bridge k6t-eth0"));
    }

    @ParameterizedTest
    @MethodSource("drifts")
    void driftIsNamedAndMended(String command, String what, TestPod pod) {
        BridgePodNetworkConfigurator configurator = bound(pod);
        assertThat(configurator.verify()).isEmpty();
        pod.ip(command.split(" "));
        assertThat(configurator.verify()).extracting(drift -> drift.what()).contains(what);
        assertThat(configurator.preparePodNetworkInterface().changed()).isTrue();
        assertThat(configurator.verify()).isEmpty();
    }

    @Test
    void aPodWithDriftIsReleasedAllTheSame(TestPod pod) {
        var before = pod.snapshot();
        BridgePodNetworkConfigurator configurator = bound(pod);
        pod.ip("link", "del", "k6t-eth0");
        pod.ip("link", "set", "eth0-nic", "down");
        assertThat(configurator.release()).isTrue();
        assertThat(pod).isUnchangedSince(before);
    }

    @Test
    void aBindingWithoutItsNicIsRefusedAndCanBeCleanedUp(TestPod pod) {
        BridgePodNetworkConfigurator configurator = bound(pod);
        pod.ip("link", "del", "eth0-nic");
        assertThat(configurator.verify()).isNotEmpty();
        assertThat(configurator.release()).isTrue();
        assertThat(Ips.linkNames(pod)).containsExactly("lo");
    }
}
