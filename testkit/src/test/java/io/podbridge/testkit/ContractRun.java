package io.podbridge.testkit;

import io.podbridge.testkit.kernel.KernelRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/**
 * One run of the whole conformance suite on a kernel of its own.
 *
 * @param cases how many cases ran
 * @param failed those that failed
 */
record ContractRun(int cases, List<String> failed) {
    /** A case that waits for what a broken kernel never does is ended, in whatever it hangs; a kernel in memory keeps nobody waiting. */
    private static LauncherDiscoveryRequest suite(String longest) {
        return LauncherDiscoveryRequestBuilder.request().selectors(DiscoverySelectors.selectClass(BrokenKernelContract.class))
                .configurationParameter("junit.jupiter.execution.timeout.testable.method.default", longest)
                .configurationParameter("junit.jupiter.execution.timeout.thread.mode.default", "SEPARATE_THREAD")
                .configurationParameter("podbridge.contract.count", "false").build();
    }

    static ContractRun on(Set<KernelRule> broken) {
        BrokenKernelContract.breaking(broken);
        try {
            Tally tally = new Tally();
            LauncherFactory.create().execute(suite(broken.isEmpty() ? "1 m" : "3 s"), tally);
            return new ContractRun(tally.cases, List.copyOf(tally.failed));
        } finally {
            BrokenKernelContract.breaking(Set.of());
        }
    }

    private static final class Tally implements TestExecutionListener {
        private final List<String> failed = new ArrayList<>();
        private int cases;

        @Override
        public void executionFinished(TestIdentifier test, TestExecutionResult result) {
            if (test.isTest()) {
                cases++;
                if (result.getStatus() == TestExecutionResult.Status.FAILED) {
                    failed.add(name(test));
                }
            }
        }

        private static String name(TestIdentifier test) {
            return test.getSource().filter(MethodSource.class::isInstance).map(MethodSource.class::cast)
                    .map(method -> method.getJavaClass().getSimpleName() + "." + method.getMethodName())
                    .orElse(test.getDisplayName());
        }
    }
}
