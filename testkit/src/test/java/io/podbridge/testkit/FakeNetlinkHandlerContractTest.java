package io.podbridge.testkit;

import io.podbridge.testkit.contract.ContractNamespace;
import io.podbridge.testkit.contract.FakeNamespace;
import io.podbridge.testkit.contract.NetlinkHandlerContract;

class FakeNetlinkHandlerContractTest extends NetlinkHandlerContract {
    private final FakeKernel kernel = FakeKernel.create();

    @Override
    protected ContractNamespace newNamespace() {
        return FakeNamespace.create(kernel);
    }

    @Override
    protected String backend() {
        return "fake";
    }
}
