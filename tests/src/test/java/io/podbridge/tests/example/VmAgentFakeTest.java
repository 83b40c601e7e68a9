package io.podbridge.tests.example;

import io.podbridge.netlink.NetlinkHandlers;
import io.podbridge.netlink.NetworkNamespace;
import io.podbridge.testkit.FakeKernel;
import io.podbridge.testkit.FakePod;

// begin README
class VmAgentFakeTest extends VmAgentTest { // a kernel in memory, which needs no privilege
    private final FakeKernel kernel = FakeKernel.create();
    private final FakePod pod = FakePod.create(kernel);

    @Override
    NetlinkHandlers handlers() {
        return NetlinkHandlers.of(kernel.provider());
    }

    @Override
    NetworkNamespace pod() {
        return pod.namespace();
    }
}
// end README
