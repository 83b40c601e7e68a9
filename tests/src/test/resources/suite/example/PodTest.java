package example;

import io.podbridge.Bindings;
import io.podbridge.BridgePodNetworkConfigurator;
import io.podbridge.PreparedPod;
import io.podbridge.binding.BridgeBinding;
import io.podbridge.netlink.NetworkNamespace;
import io.podbridge.netlink.model.IpPrefix;
import io.podbridge.testkit.NetnsExtension;
import io.podbridge.testkit.PodSnapshot;
import io.podbridge.testkit.TestPod;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** A test that an author of an agent writes. */
@ExtendWith(NetnsExtension.class)
class PodTest {

    @Test
    void thePodHasItsAddress(TestPod pod) {
        assertTrue(pod.ip("address", "show", "dev", "eth0").contains("10.244.1.7/24"));
    }

    @Test
    void theVmGetsTheAddressAndThePodGetsItBack(TestPod pod, NetworkNamespace namespace, @TempDir Path journals) {
        PodSnapshot before = pod.snapshot();
        BridgePodNetworkConfigurator configurator = Bindings.in(journals).configurator(namespace, BridgeBinding.of("eth0"));
        PreparedPod prepared = configurator.preparePodNetworkInterface();
        assertEquals(IpPrefix.parse("10.244.1.7/24"), prepared.dhcpConfig().address().orElseThrow());
        assertTrue(pod.ip("link", "show", "dev", "tap0").contains("master k6t-eth0"));
        assertTrue(configurator.release());
        assertEquals("", before.difference(pod.snapshot()));
    }
}
