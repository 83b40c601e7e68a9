package io.podbridge.tests.pods;

import io.podbridge.netlink.NetlinkHandlers;
import io.podbridge.testkit.FakeKernel;
import io.podbridge.testkit.FakePod;

/**
 * Pods in memory.
 *
 * @param kernel where they are made
 */
public record FakeCluster(FakeKernel kernel) implements Cluster {

    @Override
    public NetlinkHandlers handlers() {
        return NetlinkHandlers.of(kernel.provider());
    }

    @Override
    public MortalPod pod() {
        FakePod pod = FakePod.create(kernel);
        return new MortalPod(handlers(), pod.namespace(), () -> {
            kernel.delete(pod.namespace());
            kernel.delete(pod.node());
        });
    }
}
