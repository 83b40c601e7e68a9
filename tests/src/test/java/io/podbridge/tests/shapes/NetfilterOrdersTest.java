package io.podbridge.tests.shapes;

import io.podbridge.Bindings;
import io.podbridge.BridgePodNetworkConfigurator;
import io.podbridge.RefusedException;
import io.podbridge.binding.BridgeBinding;
import io.podbridge.binding.Refusal;
import io.podbridge.netlink.Feature;
import io.podbridge.netlink.NetlinkHandler;
import io.podbridge.netlink.NetlinkHandlers;
import io.podbridge.netlink.model.Sysctl;
import io.podbridge.testkit.FakeKernel;
import io.podbridge.testkit.FakePod;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** The bridge's netfilter is the whole namespace's, and several bindings may want it off: the last to go switches it on again. */
class NetfilterOrdersTest {
    static List<List<String>> orders() {
        return SeveralNics.ORDERS;
    }

    private static final Sysctl IPTABLES = Sysctl.of("net", "bridge", "bridge-nf-call-iptables");

    @TempDir
    Path journals;

    @ParameterizedTest
    @MethodSource("orders")
    void itIsOffUntilTheLastBindingIsReleased(List<String> releases) {
        try (World world = new FakeWorld(SeveralNics.shape().nic())) {
            SeveralNics.shape().furnish(world);
            SeveralNics.NAMES.forEach(nic -> configurator(world, nic).preparePodNetworkInterface());
            for (String nic : releases) {
                assertThat(setting(world)).as("before %s is released", nic).isEqualTo("0");
                SeveralNics.NAMES.stream().filter(other -> releases.indexOf(other) >= releases.indexOf(nic))
                        .forEach(other -> assertThat(configurator(world, other).verify()).as(other).isEmpty());
                assertThat(configurator(world, nic).release()).isTrue();
            }
            assertThat(setting(world)).isEqualTo("1");
        }
    }

    @Test
    void whereSettingsCannotBeWrittenItIsRefused() {
        FakePod pod = FakePod.create(FakeKernel.lacking(Set.of(Feature.WRITABLE_SYSCTL)));
        BridgePodNetworkConfigurator configurator = Bindings.in(journals)
                .withHandlers(NetlinkHandlers.of(pod.kernel().provider()))
                .configurator(pod.namespace(), BridgeBinding.of("eth0").withBridgeNetfilterOff(true));
        RefusedException refused = catchThrowableOfType(RefusedException.class, configurator::preparePodNetworkInterface);
        assertThat(refused.refusals()).extracting(Refusal::code).containsExactly(Refusal.Code.READ_ONLY_SYSCTL);
        assertThat(pod.kernel().requests()).isEmpty();
    }

    private BridgePodNetworkConfigurator configurator(World world, String nic) {
        return Bindings.in(journals).withHandlers(world.handlers()).configurator(world.namespace(),
                BridgeBinding.of(nic).withBridgeNetfilterOff(true));
    }

    private static String setting(World world) {
        try (NetlinkHandler handler = world.open()) {
            return handler.sysctl(IPTABLES).orElseThrow();
        }
    }
}
