package io.podbridge.tests.kernel;

import io.podbridge.Bindings;
import io.podbridge.BridgePodNetworkConfigurator;
import io.podbridge.binding.BridgeBinding;
import io.podbridge.binding.PlaceholderKind;
import io.podbridge.netlink.NetlinkHandlers;
import io.podbridge.testkit.NetnsExtension;
import io.podbridge.testkit.PodSnapshot;
import io.podbridge.testkit.TestPod;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static io.podbridge.testkit.assertions.PodbridgeAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** A placeholder of kind veth is up, with the pod's routes, and stays so. */
@ExtendWith(NetnsExtension.class)
class VethPlaceholderTest {
    private static final List<String> DRIFTS = List.of("link set eth0 down", "route del default dev eth0", "link del eth0",
            "-6 route del default dev eth0", "route add 10.9.0.0/16 via 10.244.1.1 dev eth0", "addr flush dev eth0");

    @TempDir
    Path journals;

    @ParameterizedTest
    @ValueSource(strings = {"panama", "iproute2"})
    void hasThePodsRoutesWhateverHappensToIt(String backend, TestPod pod) {
        PodSnapshot before = pod.snapshot();
        List<String> routes = routes(pod);
        BridgePodNetworkConfigurator configurator = configurator(backend, pod);
        assertThat(configurator.plan().steps()).filteredOn(step -> step.name().equals("placeholder-routes")).singleElement()
                .satisfies(step -> assertThat(step.requests()).hasSize(2));
        configurator.preparePodNetworkInterface();
        assertThat(routes(pod)).isEqualTo(routes);

        for (String drift : DRIFTS) {
            pod.ip(drift.split(" "));
            assertThat(configurator.verify()).as(drift).isNotEmpty();
            assertThat(configurator.preparePodNetworkInterface().changed()).as(drift).isTrue();
            assertThat(configurator.verify()).as(drift).isEmpty();
            assertThat(routes(pod)).as(drift).isEqualTo(routes);
        }

        assertThat(configurator.release()).isTrue();
        assertThat(pod).isUnchangedSince(before);
        System.out.println("placeholder veth: " + backend + ": " + DRIFTS.size() + " drifts mended");
    }

    /** It is taken down to be renamed, and has its IPv6 addresses no more before the NIC has them again. */
    @ParameterizedTest
    @ValueSource(strings = {"panama", "iproute2"})
    void anotherLinksRoutesKeepThePodsAddressAsTheirSource(String backend, TestPod pod) {
        pod.ip("link", "add", "br0", "up", "type", "bridge");
        pod.ip("-6", "route", "add", "fd00:211::/64", "dev", "br0", "src", "fd00:10:244:1::7");
        pod.ip("route", "add", "10.211.0.0/16", "dev", "br0", "src", "10.244.1.7");
        PodSnapshot before = pod.snapshot();
        configurator(backend, pod).preparePodNetworkInterface();
        assertThat(configurator(backend, pod).release()).isTrue();
        assertThat(pod).isUnchangedSince(before);
    }

    private BridgePodNetworkConfigurator configurator(String backend, TestPod pod) {
        return Bindings.in(journals).withHandlers(NetlinkHandlers.installed().withBackend(backend))
                .configurator(pod.namespace(), BridgeBinding.of("eth0").withPlaceholder(PlaceholderKind.VETH));
    }

    /** {@return the routes by eth0, without those that the kernel makes for its link-local address} */
    private static List<String> routes(TestPod pod) {
        return (pod.ip("-4", "route", "show", "dev", "eth0") + pod.ip("-6", "route", "show", "dev", "eth0")).lines()
                .map(String::strip)
                .filter(route -> !route.startsWith("fe80::/64") && !route.startsWith("multicast")).sorted().toList();
    }
}
