package io.podbridge.tests.example;

import io.podbridge.Bindings;
import io.podbridge.guest.DhcpConfig;
import io.podbridge.netlink.HandlerOptions;
import io.podbridge.netlink.NetlinkHandler;
import io.podbridge.netlink.NetlinkHandlers;
import io.podbridge.netlink.NetworkNamespace;
import io.podbridge.netlink.model.IpPrefix;
import io.podbridge.netlink.state.NamespaceState;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static io.podbridge.testkit.assertions.PodbridgeAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

// begin README
abstract class VmAgentTest {
    abstract NetlinkHandlers handlers();

    abstract NetworkNamespace pod();

    @Test
    void the_vm_gets_the_pods_address_and_the_pod_gets_it_back(@TempDir Path journals) {
        VmAgent agent = new VmAgent(Bindings.in(journals).withHandlers(handlers()));
        try (NetlinkHandler handler = handlers().open(HandlerOptions.of(pod()))) {
            NamespaceState before = NamespaceState.read(handler);

            DhcpConfig lease = agent.start(pod());
            assertThat(lease.address()).contains(IpPrefix.parse("10.244.1.7/24"));
            assertThat(handler).isBound("eth0").hasAddress("eth0", "10.244.1.7/24").hasNoDefaultRoute();
            assertThat(handler).hasLink("tap0").isUp().hasMaster("k6t-eth0").isTapOf(107, 107);

            agent.stop(pod());
            assertThat(handler).hasDefaultRouteVia("10.244.1.1").isUnchangedSince(before);
        }
    }
}
// end README
