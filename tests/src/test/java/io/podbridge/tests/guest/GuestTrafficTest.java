package io.podbridge.tests.guest;

import io.podbridge.Bindings;
import io.podbridge.BridgePodNetworkConfigurator;
import io.podbridge.binding.BridgeBinding;
import io.podbridge.binding.PlaceholderKind;
import io.podbridge.guest.DhcpConfig;
import io.podbridge.netlink.model.IpPrefix;
import io.podbridge.testkit.NetnsExtension;
import io.podbridge.testkit.PodSnapshot;
import io.podbridge.testkit.TestPod;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static io.podbridge.testkit.assertions.PodbridgeAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** A guest has the pod's addresses and routes, of both families, and the node finds it where the pod was. */
@ExtendWith(NetnsExtension.class)
class GuestTrafficTest {
    @TempDir
    Path journals;

    @ParameterizedTest
    @EnumSource(names = {"AUTO", "VETH"})
    void movesWithThePodsAddressesAndTheyComeBack(PlaceholderKind placeholder, TestPod pod) throws Exception {
        PodSnapshot before = pod.snapshot();
        BridgePodNetworkConfigurator configurator = Bindings.in(journals).configurator(pod.namespace(),
                BridgeBinding.of("eth0").withPlaceholder(placeholder));
        DhcpConfig config = configurator.preparePodNetworkInterface().dhcpConfig();
        assertThat(config.addresses6()).containsExactly(IpPrefix.parse("fd00:10:244:1::7/64"));
        assertThat(config.gateway6()).hasToString("Optional[fd00:10:244:1::1]");

        try (CheapGuest guest = CheapGuest.start(pod.pod(), "tap0", config)) {
            Traffic.flows(pod.node(), "10.244.1.1", guest.namespace(), "10.244.1.7");
            Traffic.flows(pod.node(), "fd00:10:244:1::1", guest.namespace(), "fd00:10:244:1::7");
            assertThat(configurator.verify()).isEmpty();
        }

        assertThat(configurator.release()).isTrue();
        assertThat(pod).isUnchangedSince(before);
        Traffic.ping(pod.node(), "10.244.1.7");
        Traffic.ping(pod.node(), "fd00:10:244:1::7");
        System.out.println("guest: placeholder " + placeholder + ": IPv4 and IPv6 flowed both ways, and the pod has them back");
    }
}
