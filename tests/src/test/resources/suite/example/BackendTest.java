package example;

import io.podbridge.netlink.NetlinkHandlers;
import io.podbridge.testkit.contract.ContractNamespace;
import io.podbridge.testkit.contract.KernelNamespace;
import io.podbridge.testkit.contract.NetlinkHandlerContract;

/** The conformance suite, as the author of a backend runs it. */
class BackendTest extends NetlinkHandlerContract {

    @Override
    protected ContractNamespace newNamespace() {
        return KernelNamespace.create(NetlinkHandlers.installed().provider());
    }

    @Override
    protected String backend() {
        return NetlinkHandlers.installed().provider().id();
    }
}
