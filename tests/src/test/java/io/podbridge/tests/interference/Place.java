package io.podbridge.tests.interference;

import io.podbridge.netlink.NetlinkHandlers;
import io.podbridge.panama.PanamaNetlinkHandlerProvider;
import io.podbridge.testkit.FakeKernel;
import io.podbridge.testkit.FakePod;
import io.podbridge.testkit.TestPod;

/** Where a pod is made. */
enum Place {
    IN_MEMORY {
        @Override
        Subject make() {
            FakePod pod = FakePod.create(FakeKernel.create());
            return new Subject(NetlinkHandlers.of(pod.kernel().provider()), pod.namespace(),
                    () -> pod.kernel().delete(pod.namespace()));
        }
    },
    KERNEL {
        @Override
        Subject make() {
            TestPod pod = TestPod.create();
            return new Subject(NetlinkHandlers.of(new PanamaNetlinkHandlerProvider()), pod.namespace(), pod::close);
        }
    };

    /** {@return a new pod of the standard shape} */
    abstract Subject make();
}
