package io.podbridge.testkit;

import io.podbridge.testkit.contract.ContractNamespace;
import io.podbridge.testkit.contract.FakeNamespace;
import io.podbridge.testkit.contract.NetlinkHandlerContract;
import io.podbridge.testkit.kernel.KernelRule;
import java.util.Set;

/** The conformance suite on a kernel that breaks one rule. It is run by {@link ContractRun}, never by itself, so its name is that of no test. */
class BrokenKernelContract extends NetlinkHandlerContract {
    /** JUnit makes the instance, in whichever thread, so the rule cannot be handed to it. */
    private static volatile Set<KernelRule> broken = Set.of();

    private final FakeKernel kernel = FakeKernel.breaking(broken);

    static void breaking(Set<KernelRule> rules) {
        broken = rules;
    }

    @Override
    protected ContractNamespace newNamespace() {
        return FakeNamespace.create(kernel);
    }

    @Override
    protected String backend() {
        return "fake without " + broken;
    }
}
