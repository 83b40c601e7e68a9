package io.podbridge.tests.example;

import io.podbridge.Bindings;
import io.podbridge.guest.DhcpConfig;
import io.podbridge.netlink.NetlinkHandler;
import io.podbridge.netlink.NetworkNamespace;
import io.podbridge.netlink.model.IpPrefix;
import io.podbridge.netlink.state.NamespaceState;
import io.podbridge.testkit.NetnsExtension;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import static io.podbridge.testkit.assertions.PodbridgeAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

// begin README
@ExtendWith(NetnsExtension.class) // a pod for each test, or a skip that says why
class VmAgentKernelTest {

    @Test
    void the_vm_gets_the_pods_address_and_the_pod_gets_it_back(NetworkNamespace pod, NetlinkHandler handler,
            @TempDir Path journals) {
        NamespaceState before = NamespaceState.read(handler);
        VmAgent agent = new VmAgent(Bindings.in(journals));

        DhcpConfig lease = agent.start(pod);
        assertThat(lease.address()).contains(IpPrefix.parse("10.244.1.7/24"));
        assertThat(handler).isBound("eth0").hasAddress("eth0", "10.244.1.7/24").hasNoDefaultRoute();
        assertThat(handler).hasLink("tap0").isUp().hasMaster("k6t-eth0").isTapOf(107, 107);

        agent.stop(pod);
        assertThat(handler).hasDefaultRouteVia("10.244.1.1").isUnchangedSince(before);
    }
}
// end README
