package io.podbridge.tests.differential;

import io.podbridge.netlink.NetlinkHandlerProvider;
import io.podbridge.panama.PanamaNetlinkHandlerProvider;
import io.podbridge.testkit.contract.KernelNamespace;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Random sequences of requests have the same outcomes and leave the same state, whoever carries them out. */
class DifferentialTest {
    private static final int STEPS = 100;

    private static Supplier<Subject> kernel(NetlinkHandlerProvider provider) {
        return () -> new Subject(KernelNamespace.create(provider), UnaryOperator.identity());
    }

    @Test
    void the_kernel_behaves_like_itself() throws Exception {
        Supplier<Subject> panama = kernel(new PanamaNetlinkHandlerProvider());
        Search search = new Search(new Pairing("panama", panama, "panama again", panama), STEPS, true, Search.PATIENCE_WITH_KERNEL);
        assertThat(new Campaign(search, Extent.ofProperties(5)).run()).isEmpty();
    }
}
