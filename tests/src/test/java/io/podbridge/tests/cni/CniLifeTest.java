package io.podbridge.tests.cni;

import io.podbridge.Bindings;
import io.podbridge.BridgePodNetworkConfigurator;
import io.podbridge.binding.BridgeBinding;
import io.podbridge.netlink.model.LinkKind;
import io.podbridge.testkit.NetnsExtension;
import io.podbridge.testkit.PodSnapshot;
import io.podbridge.tests.guest.CheapGuest;
import io.podbridge.tests.guest.Traffic;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/** A pod from its CNI plugin's ADD to its DEL, handed over in between. */
@ExtendWith(NetnsExtension.class)
class CniLifeTest {
    @TempDir
    Path directory;

    @ParameterizedTest
    @EnumSource
    void addBindTrafficReleaseCheckDelLeaveNothingBehind(CniPlugin plugin) throws Exception {
        try (CniPod pod = CniPod.make(plugin, directory)) {
            pod.add();
            assertThat(pod.del().complaint()).isEmpty();
            List<String> undisturbed = pod.traces();

            List<String> addresses = pod.add();
            assertThat(pod.leased()).containsExactlyElementsOf(addresses);
            PodSnapshot before = PodSnapshot.of(pod.pod());
            BridgePodNetworkConfigurator configurator = Bindings.in(directory).configurator(pod.pod().namespace(),
                    BridgeBinding.of("eth0").withAllowedKinds(Set.of(LinkKind.MACVLAN)));
            try (CheapGuest guest = CheapGuest.start(pod.pod(), "tap0", configurator.preparePodNetworkInterface().dhcpConfig())) {
                pod.plugin().address(pod.node());
                Traffic.flows(pod.node(), "10.66.0.1", guest.namespace(), addresses.get(0));
                Traffic.flows(pod.node(), "fd00:66::1", guest.namespace(), addresses.get(1));
            }
            assertThat(configurator.release()).isTrue();

            assertThat(before.difference(PodSnapshot.of(pod.pod()))).isEmpty();
            assertThat(pod.check().complaint()).isEmpty();
            assertThat(pod.del().complaint()).isEmpty();
            assertThat(pod.traces()).isEqualTo(undisturbed);
            assertThat(pod.leased()).isEmpty();
            System.out
                    .println("CNI " + plugin.type() + ": ADD, bind, traffic of both families, release, CHECK, DEL; nothing left");
        }
    }
}
