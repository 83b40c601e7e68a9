package io.podbridge.tests.interference;

import io.podbridge.netlink.Feature;
import io.podbridge.testkit.FakeKernel;
import io.podbridge.tests.matrix.Backend;
import io.podbridge.tests.pods.FakeCluster;
import io.podbridge.tests.pods.KernelCluster;
import io.podbridge.tests.pods.MortalPod;
import io.podbridge.tests.pods.ThisKernel;
import java.util.Set;

/** Where a pod is made. */
enum Place {
    IN_MEMORY,
    /** As a backend sees it that cannot tell one namespace from a later one. */
    IN_MEMORY_WITHOUT_COOKIE,
    KERNEL,
    /** In memory, with what the kernel here has. */
    MODEL_OF_KERNEL;

    /** {@return a new pod; in memory each has a kernel of its own} */
    MortalPod make() {
        return switch (this) {
            case IN_MEMORY -> new FakeCluster(FakeKernel.create()).pod();
            case IN_MEMORY_WITHOUT_COOKIE -> new FakeCluster(FakeKernel.lacking(Set.of(Feature.NAMESPACE_COOKIE))).pod();
            case MODEL_OF_KERNEL -> new FakeCluster(FakeKernel.lacking(ThisKernel.lacking())).pod();
            case KERNEL -> new KernelCluster(Backend.PANAMA).pod();
        };
    }
}
