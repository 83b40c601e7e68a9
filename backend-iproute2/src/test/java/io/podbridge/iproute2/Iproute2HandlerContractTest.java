package io.podbridge.iproute2;

import io.podbridge.testkit.contract.ContractNamespace;
import io.podbridge.testkit.contract.KernelNamespace;
import io.podbridge.testkit.contract.NetlinkHandlerContract;

class Iproute2HandlerContractTest extends NetlinkHandlerContract {

    @Override
    protected ContractNamespace newNamespace() {
        return KernelNamespace.create(new Iproute2NetlinkHandlerProvider());
    }

    @Override
    protected String backend() {
        return "iproute2";
    }
}
