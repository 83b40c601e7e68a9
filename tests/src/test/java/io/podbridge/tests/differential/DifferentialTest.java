package io.podbridge.tests.differential;

import io.podbridge.iproute2.Iproute2NetlinkHandlerProvider;
import io.podbridge.netlink.NetlinkHandlerProvider;
import io.podbridge.panama.PanamaNetlinkHandlerProvider;
import java.util.Set;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Random sequences of requests have the same outcomes and leave the same state, whoever carries them out. */
class DifferentialTest {
    private static final int STEPS = 100;
    /** Before 6.3 {@code ip address show} says nothing of the protocol of an address. */
    private static final Set<String> UNTOLD_BY_IP = Set.of("made by", Outcome.ERRNO);
    private static final Set<String> UNTOLD_TO_IP = Set.of(Outcome.ERRNO);

    private static final NetlinkHandlerProvider PANAMA = new PanamaNetlinkHandlerProvider();
    private static final NetlinkHandlerProvider IPROUTE2 = new Iproute2NetlinkHandlerProvider();

    private static void alike(Pairing pairing, boolean tapsHaveIndices, int sequences) throws Exception {
        Search search = new Search(pairing, STEPS, tapsHaveIndices, Search.PATIENCE_WITH_KERNEL);
        assertThat(new Campaign(search, Extent.ofProperties(sequences)).run()).isEmpty();
    }

    @Test
    void theKernelInMemoryBehavesLikeTheRealOne() throws Exception {
        alike(new Pairing("fake", Subjects.fakeOfThisMachine(), "panama", Subjects.kernel(PANAMA)), true, 50);
    }

    /** Both are read through raw netlink, for {@code ip} takes ten times as long to tell the whole state. */
    @Test
    void ipAndRawNetlinkDoTheSame() throws Exception {
        alike(new Pairing("panama", Subjects.kernel(PANAMA), "iproute2", Subjects.kernel(IPROUTE2, PANAMA), UNTOLD_TO_IP), false,
                50);
    }

    @Test
    void ipAndRawNetlinkSeeTheSame() throws Exception {
        alike(new Pairing("panama", Subjects.kernel(PANAMA), "panama, read by iproute2", Subjects.kernel(PANAMA, IPROUTE2),
                UNTOLD_BY_IP), true, 2);
    }

    /** What the kernel does by chance, or in its own time, is no difference. */
    @Test
    void theRealKernelBehavesLikeItself() throws Exception {
        alike(new Pairing("panama", Subjects.kernel(PANAMA), "panama again", Subjects.kernel(PANAMA)), true, 5);
    }
}
