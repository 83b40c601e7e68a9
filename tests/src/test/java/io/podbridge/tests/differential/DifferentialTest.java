package io.podbridge.tests.differential;

import io.podbridge.iproute2.Iproute2NetlinkHandlerProvider;
import io.podbridge.panama.PanamaNetlinkHandlerProvider;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Random sequences of requests have the same outcomes and leave the same state, whoever carries them out. */
class DifferentialTest {
    private static final int STEPS = 100;
    /** Before 6.3 {@code ip address show} says nothing of the protocol of an address. */
    private static final Set<String> UNTOLD_BY_IP = Set.of("made by");

    private static Supplier<Subject> panama() {
        return Subjects.kernel(new PanamaNetlinkHandlerProvider());
    }

    private static void alike(Pairing pairing, boolean tapsHaveIndices, int sequences) throws Exception {
        Search search = new Search(pairing, STEPS, tapsHaveIndices, Search.PATIENCE_WITH_KERNEL);
        assertThat(new Campaign(search, Extent.ofProperties(sequences)).run()).isEmpty();
    }

    @Test
    void the_kernel_in_memory_behaves_like_the_real_one() throws Exception {
        alike(new Pairing("fake", Subjects.fakeOfThisMachine(), "panama", panama()), true, 50);
    }

    @Test
    void ip_and_raw_netlink_do_the_same() throws Exception {
        Supplier<Subject> iproute2 = Subjects.kernel(new Iproute2NetlinkHandlerProvider());
        alike(new Pairing("panama", panama(), "iproute2", iproute2, UNTOLD_BY_IP), false, 6);
    }

    /** What the kernel does by chance, or in its own time, is no difference. */
    @Test
    void the_real_kernel_behaves_like_itself() throws Exception {
        alike(new Pairing("panama", panama(), "panama again", panama()), true, 3);
    }
}
