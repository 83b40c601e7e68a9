package io.podbridge.tests.contract;

import io.podbridge.panama.PanamaNetlinkHandlerProvider;
import io.podbridge.testkit.contract.ContractNamespace;
import io.podbridge.testkit.contract.KernelNamespace;
import io.podbridge.testkit.contract.NetlinkHandlerContract;

/** Written by one handler and read by another, both of the same backend. */
class PanamaAndPanamaContractTest extends NetlinkHandlerContract {

    @Override
    protected ContractNamespace newNamespace() {
        return KernelNamespace.create(new PanamaNetlinkHandlerProvider(), new PanamaNetlinkHandlerProvider());
    }

    @Override
    protected String backend() {
        return "panama writes, panama reads";
    }
}
