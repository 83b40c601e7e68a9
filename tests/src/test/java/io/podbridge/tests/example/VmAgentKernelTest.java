package io.podbridge.tests.example;

import io.podbridge.netlink.NetlinkHandlers;
import io.podbridge.netlink.NetworkNamespace;
import io.podbridge.testkit.NetnsExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;

// begin README
@ExtendWith(NetnsExtension.class) // a pod in the kernel for each test, or a skip that says why
class VmAgentKernelTest extends VmAgentTest {
    private NetworkNamespace pod;

    @BeforeEach
    void take(NetworkNamespace handedOut) {
        pod = handedOut;
    }

    @Override
    NetlinkHandlers handlers() {
        return NetlinkHandlers.installed();
    }

    @Override
    NetworkNamespace pod() {
        return pod;
    }
}
// end README
