package io.podbridge.testkit;

import io.podbridge.Bindings;
import io.podbridge.BridgePodNetworkConfigurator;
import io.podbridge.binding.BridgeBinding;
import io.podbridge.netlink.Feature;
import io.podbridge.netlink.NetlinkHandlers;
import io.podbridge.netlink.state.NamespaceState;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** Where {@code /proc/sys} cannot be written, as in a container that is not privileged. */
class ReadOnlySysctlTest {
    private final FakeKernel kernel = FakeKernel.lacking(Set.of(Feature.WRITABLE_SYSCTL));
    private final FakePod pod = FakePod.create(kernel);

    @TempDir
    private Path journals = Path.of("unused");

    @Test
    void aPodWithIpv6IsBoundAtOnceAndGivenBack() {
        NamespaceState before = pod.snapshot();
        BridgePodNetworkConfigurator configurator = Bindings.in(journals).withHandlers(NetlinkHandlers.of(kernel.provider()))
                .configurator(pod.namespace(), BridgeBinding.of("eth0"));
        assertThat(configurator.preparePodNetworkInterface().dhcpConfig().addresses6()).isNotEmpty();
        assertThat(configurator.verify()).isEmpty();
        assertThat(configurator.release()).isTrue();
        assertThat(pod.snapshot()).isEqualTo(before);
    }
}
