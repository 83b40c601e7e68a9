package io.podbridge.tests.pods;

import io.podbridge.netlink.NetlinkHandlers;
import io.podbridge.testkit.TestPod;
import io.podbridge.tests.matrix.Backend;

/**
 * Pods in the kernel.
 *
 * @param backend what it is talked to with
 */
public record KernelCluster(Backend backend) implements Cluster {
    @Override
    public NetlinkHandlers handlers() {
        return backend.handlers();
    }

    @Override
    public MortalPod pod() {
        TestPod pod = TestPod.create();
        MortalPod made = new MortalPod(handlers(), pod.namespace(), pod::close);
        made.settledState();
        return made;
    }
}
