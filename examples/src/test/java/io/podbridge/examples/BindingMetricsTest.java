package io.podbridge.examples;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.podbridge.Bindings;
import io.podbridge.BridgePodNetworkConfigurator;
import io.podbridge.RefusedException;
import io.podbridge.binding.BridgeBinding;
import io.podbridge.netlink.NetlinkHandlers;
import io.podbridge.testkit.FakeKernel;
import io.podbridge.testkit.FakePod;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class BindingMetricsTest {
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final FakeKernel kernel = FakeKernel.create();
    private final FakePod pod = FakePod.create(kernel);

    @TempDir
    Path journals;

    private BridgePodNetworkConfigurator configurator(String nic) {
        return Bindings.in(journals).withHandlers(NetlinkHandlers.of(kernel.provider()))
                .withListener(new BindingMetrics(registry))
                .configurator(pod.namespace(), BridgeBinding.of(nic));
    }

    @Test
    void tellHowOftenWhatWasDone() {
        configurator("eth0").preparePodNetworkInterface();
        configurator("eth0").release();
        assertThat(registry.get("podbridge.verb").tags("verb", "PREPARE", "failure", "none").timer().count()).isEqualTo(1);
        assertThat(registry.get("podbridge.verb").tag("verb", "RELEASE").timer().count()).isEqualTo(1);
        assertThat(registry.get("podbridge.phase").tags("phase", "PREPARING", "next", "PREPARED").timer().count()).isEqualTo(1);
        assertThat(registry.get("podbridge.step").tag("step", "bridge").timer().count()).isPositive();
        assertThat(registry.get("podbridge.request").timers().stream().mapToLong(timer -> timer.count()).sum())
                .isEqualTo(kernel.requests().size());
    }

    @Test
    void tellWhatFailed() {
        assertThatThrownBy(() -> configurator("eth9").preparePodNetworkInterface()).isInstanceOf(RefusedException.class);
        assertThat(registry.get("podbridge.verb").tag("failure", "RefusedException").timer().count()).isEqualTo(1);
    }
}
