package io.podbridge.tests.interference;

import io.podbridge.testkit.FakeKernel;
import io.podbridge.tests.matrix.Backend;
import io.podbridge.tests.pods.FakeCluster;
import io.podbridge.tests.pods.KernelCluster;
import io.podbridge.tests.pods.MortalPod;

/** Where a pod is made. */
enum Place {
    IN_MEMORY, KERNEL;

    /** {@return a new pod; in memory each has a kernel of its own} */
    MortalPod make() {
        return switch (this) {
            case IN_MEMORY -> new FakeCluster(FakeKernel.create()).pod();
            case KERNEL -> new KernelCluster(Backend.PANAMA).pod();
        };
    }
}
