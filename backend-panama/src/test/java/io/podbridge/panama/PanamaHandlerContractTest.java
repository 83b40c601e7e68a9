package io.podbridge.panama;

import io.podbridge.testkit.contract.ContractNamespace;
import io.podbridge.testkit.contract.KernelNamespace;
import io.podbridge.testkit.contract.NetlinkHandlerContract;

class PanamaHandlerContractTest extends NetlinkHandlerContract {

    @Override
    protected ContractNamespace newNamespace() {
        return KernelNamespace.create(new PanamaNetlinkHandlerProvider());
    }

    @Override
    protected String backend() {
        return "panama";
    }
}
