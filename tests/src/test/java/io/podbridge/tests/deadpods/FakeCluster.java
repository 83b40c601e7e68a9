package io.podbridge.tests.deadpods;

import io.podbridge.netlink.NetlinkHandlers;
import io.podbridge.netlink.NetworkNamespace;
import io.podbridge.testkit.FakeKernel;
import io.podbridge.testkit.FakePod;

/**
 * Pods in memory.
 *
 * @param kernel where they are made
 */
record FakeCluster(FakeKernel kernel) implements Cluster {

    @Override
    public NetlinkHandlers handlers() {
        return NetlinkHandlers.of(kernel.provider());
    }

    @Override
    public MortalPod pod() {
        FakePod pod = FakePod.create(kernel);
        return new MortalPod() {
            @Override
            public NetworkNamespace namespace() {
                return pod.namespace();
            }

            @Override
            public void close() {
                kernel.delete(pod.namespace());
                kernel.delete(pod.node());
            }
        };
    }
}
