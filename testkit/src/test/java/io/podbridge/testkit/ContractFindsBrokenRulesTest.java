package io.podbridge.testkit;

import io.podbridge.testkit.kernel.KernelRule;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The suite is only worth what it finds: for each rule of the kernel in memory there is one that breaks it, and a case that fails there. */
class ContractFindsBrokenRulesTest {

    @Test
    void aKernelThatBreaksNoRulePasses() {
        ContractRun run = ContractRun.on(Set.of());

        assertThat(run.failed()).isEmpty();
        assertThat(run.cases()).isGreaterThan(300);
    }

    @ParameterizedTest
    @EnumSource(KernelRule.class)
    void aKernelThatBreaksARuleFails(KernelRule rule) {
        ContractRun run = ContractRun.on(Set.of(rule));

        System.out.println("broken rule " + rule + ": " + run.failed().size() + " of " + run.cases() + " cases fail: "
                + String.join(", ", run.failed()));
        assertThat(run.failed()).isNotEmpty();
    }
}
