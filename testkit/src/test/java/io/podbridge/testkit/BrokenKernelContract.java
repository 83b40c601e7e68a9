package io.podbridge.testkit;

import io.podbridge.testkit.contract.ContractNamespace;
import io.podbridge.testkit.contract.FakeNamespace;
import io.podbridge.testkit.contract.NetlinkHandlerContract;
import io.podbridge.testkit.kernel.KernelRule;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;

/** The conformance suite on a kernel that breaks one rule. It is run by {@link ContractRun}, never by itself, so its name is that of no test. */
class BrokenKernelContract extends NetlinkHandlerContract {
    /** JUnit makes the instance, in whichever thread, so the rule cannot be handed to it. */
    private static final AtomicReference<Optional<KernelRule>> BROKEN = new AtomicReference<>(Optional.empty());

    private final FakeKernel kernel = FakeKernel.breaking(BROKEN.get().map(Set::of).orElse(Set.of()));

    static void breaking(Optional<KernelRule> rule) {
        BROKEN.set(rule);
    }

    @Override
    protected ContractNamespace newNamespace() {
        return FakeNamespace.create(kernel);
    }

    @Override
    protected String backend() {
        return "fake without " + BROKEN.get().map(KernelRule::name).orElse("nothing");
    }
}
