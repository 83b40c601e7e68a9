package io.podbridge.tests.contract;

import io.podbridge.iproute2.Iproute2NetlinkHandlerProvider;
import io.podbridge.panama.PanamaNetlinkHandlerProvider;
import io.podbridge.testkit.contract.ContractNamespace;
import io.podbridge.testkit.contract.KernelNamespace;
import io.podbridge.testkit.contract.NetlinkHandlerContract;

/** Written with one backend and read with the other. */
class PanamaAndIproute2ContractTest extends NetlinkHandlerContract {

    @Override
    protected ContractNamespace newNamespace() {
        return KernelNamespace.create(new PanamaNetlinkHandlerProvider(), new Iproute2NetlinkHandlerProvider());
    }

    @Override
    protected String backend() {
        return "panama writes, iproute2 reads";
    }
}
