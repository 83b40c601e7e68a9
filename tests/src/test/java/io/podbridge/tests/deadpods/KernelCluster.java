package io.podbridge.tests.deadpods;

import io.podbridge.netlink.NetlinkHandlers;
import io.podbridge.netlink.NetworkNamespace;
import io.podbridge.testkit.TestPod;
import io.podbridge.tests.matrix.Backend;

/**
 * Pods in the kernel.
 *
 * @param backend what it is talked to with
 */
record KernelCluster(Backend backend) implements Cluster {

    @Override
    public NetlinkHandlers handlers() {
        return backend.handlers();
    }

    @Override
    public MortalPod pod() {
        TestPod pod = TestPod.create();
        return new MortalPod() {
            @Override
            public NetworkNamespace namespace() {
                return pod.namespace();
            }

            @Override
            public void close() {
                pod.close();
            }
        };
    }
}
