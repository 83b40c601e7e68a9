package io.podbridge.tests.pods;

import io.podbridge.netlink.NetlinkHandlers;
import io.podbridge.netlink.model.InterfaceAddress;
import io.podbridge.netlink.model.IpPrefix;
import io.podbridge.netlink.model.RouteType;
import io.podbridge.netlink.state.NamespaceState;
import io.podbridge.testkit.TestPod;
import io.podbridge.testkit.netns.Eventually;
import io.podbridge.tests.matrix.Backend;
import java.time.Duration;

/**
 * Pods in the kernel.
 *
 * @param backend what it is talked to with
 */
public record KernelCluster(Backend backend) implements Cluster {
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    @Override
    public NetlinkHandlers handlers() {
        return backend.handlers();
    }

    @Override
    public MortalPod pod() {
        TestPod pod = TestPod.create();
        MortalPod made = new MortalPod(handlers(), pod.namespace(), pod::close);
        settle(made);
        return made;
    }

    /** The kernel makes the own route of an IPv6 address some time after the address. */
    private static void settle(MortalPod pod) {
        Eventually.read(PATIENCE, pod::state, KernelCluster::isSettled);
    }

    private static boolean isSettled(NamespaceState state) {
        return state.addresses().stream().map(InterfaceAddress::address).allMatch(address -> state.routes().stream()
                .anyMatch(route -> route.type().equals(RouteType.LOCAL) && route.destination().equals(IpPrefix.host(address))));
    }
}
