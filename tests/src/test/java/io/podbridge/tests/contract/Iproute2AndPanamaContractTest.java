package io.podbridge.tests.contract;

import io.podbridge.iproute2.Iproute2NetlinkHandlerProvider;
import io.podbridge.panama.PanamaNetlinkHandlerProvider;
import io.podbridge.testkit.contract.ContractNamespace;
import io.podbridge.testkit.contract.KernelNamespace;
import io.podbridge.testkit.contract.NetlinkHandlerContract;

/** Written with one backend and read with the other. */
class Iproute2AndPanamaContractTest extends NetlinkHandlerContract {

    @Override
    protected ContractNamespace newNamespace() {
        return KernelNamespace.create(new Iproute2NetlinkHandlerProvider(), new PanamaNetlinkHandlerProvider());
    }

    @Override
    protected String backend() {
        return "iproute2 writes, panama reads";
    }
}
