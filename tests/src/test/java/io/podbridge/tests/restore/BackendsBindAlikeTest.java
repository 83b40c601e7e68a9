package io.podbridge.tests.restore;

import io.podbridge.Bindings;
import io.podbridge.BridgePodNetworkConfigurator;
import io.podbridge.binding.BridgeBinding;
import io.podbridge.testkit.NetnsExtension;
import io.podbridge.testkit.PodSnapshot;
import io.podbridge.testkit.TestPod;
import io.podbridge.tests.matrix.Backend;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static io.podbridge.testkit.assertions.PodbridgeAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** What one backend binds is, by {@code ip -d}, what the other binds, and each releases what the other bound. */
@ExtendWith(NetnsExtension.class)
class BackendsBindAlikeTest {
    private static final Pattern INDEX = Pattern.compile("^[0-9]+:\\s+");
    private static final Pattern MAC = Pattern.compile("\\b([0-9a-f]{1,2}:){5}[0-9a-f]{1,2}\\b");

    @TempDir
    Path journals;

    @ParameterizedTest
    @MethodSource("io.podbridge.tests.restore.Peculiarities#sample")
    void eitherBackendLeavesTheSameAndReleasesWhatTheOtherBound(Peculiarity peculiarity, TestPod pod) {
        peculiarity.make(pod);
        PodSnapshot before = pod.snapshot();

        Map<String, List<String>> boundByPanama = bind(Backend.PANAMA, pod);
        assertThat(boundByPanama.get("links")).hasSizeGreaterThan(before.sections().get("links").size());
        with(Backend.IPROUTE2, pod).release();
        assertThat(pod).isUnchangedSince(before);

        Map<String, List<String>> boundByIproute2 = bind(Backend.IPROUTE2, pod);
        with(Backend.PANAMA, pod).release();
        assertThat(pod).isUnchangedSince(before);

        assertThat(boundByIproute2).isEqualTo(boundByPanama);
    }

    private BridgePodNetworkConfigurator with(Backend backend, TestPod pod) {
        return Bindings.in(journals).withHandlers(backend.handlers()).configurator(pod.namespace(),
                BridgeBinding.of("eth0").withTapOwner(107, 107).withTxChecksumOff(false));
    }

    private Map<String, List<String>> bind(Backend backend, TestPod pod) {
        with(backend, pod).preparePodNetworkInterface();
        Map<String, List<String>> sections = new TreeMap<>();
        pod.snapshot().sections().forEach((name, lines) -> sections.put(name,
                lines.stream().map(line -> withoutChance(line, pod)).sorted().toList()));
        return sections;
    }

    /** The kernel counts indices up, and throws dice for the bridge's MAC address. */
    private static String withoutChance(String line, TestPod pod) {
        String mac = pod.shape().mac().toString();
        return MAC.matcher(INDEX.matcher(line).replaceFirst(""))
                .replaceAll(found -> found.group().equals(mac) ? mac : "some MAC");
    }
}
