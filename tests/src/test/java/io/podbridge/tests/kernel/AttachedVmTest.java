package io.podbridge.tests.kernel;

import io.podbridge.Bindings;
import io.podbridge.BridgePodNetworkConfigurator;
import io.podbridge.RefusedException;
import io.podbridge.binding.BridgeBinding;
import io.podbridge.binding.Phase;
import io.podbridge.binding.Refusal;
import io.podbridge.binding.Refusal.Code;
import io.podbridge.netlink.NetlinkHandler;
import io.podbridge.netlink.NetlinkHandlers;
import io.podbridge.testkit.NetnsExtension;
import io.podbridge.testkit.PodSnapshot;
import io.podbridge.testkit.TestPod;
import io.podbridge.testkit.netns.LinuxVersion;
import io.podbridge.tests.guest.Vm;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static io.podbridge.testkit.assertions.PodbridgeAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** A VM runs on the tap: nobody cuts it off who was not told to. */
@ExtendWith(NetnsExtension.class)
class AttachedVmTest {
    @TempDir
    Path journals;

    private BridgePodNetworkConfigurator configurator(TestPod pod) {
        return Bindings.in(journals).configurator(pod.namespace(), BridgeBinding.of("eth0"));
    }

    @Test
    void releaseRefusesUntilItIsForced(TestPod pod) throws Exception {
        PodSnapshot before = pod.snapshot();
        configurator(pod).preparePodNetworkInterface();
        PodSnapshot bound = pod.snapshot();
        try (Vm vm = Vm.attach(pod.pod(), "tap0")) {
            RefusedException refused = catchThrowableOfType(RefusedException.class, configurator(pod)::release);
            assertThat(refused.refusals()).extracting(Refusal::code).containsExactly(Code.VM_ATTACHED);
            assertThat(refused).hasMessageContaining("tap0").hasMessageContaining("stop it first, or force the release");
            assertThat(configurator(pod).phase()).isEqualTo(Phase.PREPARED);
            assertThat(pod).isUnchangedSince(bound);
            assertThat(configurator(pod).forceRelease()).isTrue();
            assertThat(vm.isAlive()).isTrue();
        }
        assertThat(pod).isUnchangedSince(before);
    }

    @Test
    void releaseWorksOnceTheVmHasStopped(TestPod pod) throws Exception {
        PodSnapshot before = pod.snapshot();
        configurator(pod).preparePodNetworkInterface();
        try (Vm vm = Vm.attach(pod.pod(), "tap0")) {
            assertThat(vm.isAlive()).isTrue();
        }
        assertThat(configurator(pod).release()).isTrue();
        assertThat(pod).isUnchangedSince(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"link set tap0 nomaster", "link set tap0 mtu 1300", "link set tap0 down",
            "link set eth0-nic nomaster",
            "link set eth0-nic type bridge_slave learning on", "link set eth0-nic name elsewhere", "link set k6t-eth0 down",
            "link set k6t-eth0 address 02:00:00:00:00:99", "addr del 169.254.75.10/32 dev k6t-eth0", "link del k6t-eth0",
            "addr add 10.1.2.3/24 dev eth0-nic", "addr del 10.244.1.7/24 dev eth0", "link set eth0 up", "link del eth0"})
    void mendingLeavesTapAndNicInPlace(String drift, TestPod pod) throws Exception {
        assumeTrue(!drift.contains(" name ")
                || LinuxVersion.isSince("6.2"),
                "Linux renames links that are up since 6.2");
        configurator(pod).preparePodNetworkInterface();
        try (Vm vm = Vm.attach(pod.pod(), "tap0")) {
            int nic = Ips.link(pod, "eth0-nic").get("ifindex").getAsInt();
            int tap = Ips.link(pod, "tap0").get("ifindex").getAsInt();
            pod.ip(drift.split(" "));
            String outages = outages(pod, nic);
            assertThat(configurator(pod).preparePodNetworkInterface().changed()).isTrue();
            assertThat(configurator(pod).verify()).isEmpty();
            assertThat(outages(pod, nic)).isEqualTo(outages).isNotBlank();
            assertThat(Ips.link(pod, "tap0").get("ifindex").getAsInt()).isEqualTo(tap);
            assertThat(hasCarrier(pod)).isTrue();
            assertThat(vm.isAlive()).isTrue();
        }
    }

    /** {@return how often the NIC, whatever its name is now, has lost its carrier, as one does that is taken down} */
    private static String outages(TestPod pod, int nic) {
        return pod.exec("sh", "-c", "for link in /sys/class/net/*; do if [ $(cat $link/ifindex) = " + nic
                + " ]; then cat $link/carrier_down_count; fi; done");
    }

    private static boolean hasCarrier(TestPod pod) {
        try (NetlinkHandler handler = NetlinkHandlers.open(pod.namespace())) {
            return handler.linkByName("tap0").orElseThrow().hasCarrier();
        }
    }
}
