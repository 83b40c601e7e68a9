package io.podbridge.examples;

import io.podbridge.netlink.NetlinkHandlers;
import io.podbridge.netlink.NetworkNamespace;
import io.podbridge.testkit.NetnsExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;

/** The agent on this machine's kernel, in a namespace for each test. */
@ExtendWith(NetnsExtension.class)
class AgentKernelTest extends AgentTest {
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
