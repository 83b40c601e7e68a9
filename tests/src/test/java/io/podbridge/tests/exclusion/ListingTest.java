package io.podbridge.tests.exclusion;

import io.podbridge.Bindings;
import io.podbridge.BridgePodNetworkConfigurator;
import io.podbridge.RecordedBinding;
import io.podbridge.netlink.NetlinkHandlers;
import io.podbridge.testkit.FakeKernel;
import io.podbridge.testkit.FakePod;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** Listing takes no lock, so bindings come and go meanwhile. */
class ListingTest {
    private static final int TURNS = 60;

    @TempDir
    Path journals;

    @Test
    void aPodThatIsBoundAndReleasedMeanwhileIsNeverTakenForOneThatIsGone() throws Exception {
        FakeKernel kernel = FakeKernel.create();
        FakePod pod = FakePod.create(kernel);
        Bindings bindings = Bindings.in(journals).withHandlers(NetlinkHandlers.of(kernel.provider()));
        BridgePodNetworkConfigurator configurator = bindings.configurator(pod.namespace(), Holder.BINDING);
        AtomicBoolean stopped = new AtomicBoolean();
        AtomicInteger found = new AtomicInteger();
        FutureTask<Integer> working = new FutureTask<>(() -> {
            int turns = 0;
            for (; !stopped.get() && (turns < TURNS || found.get() == 0); turns++) {
                configurator.preparePodNetworkInterface();
                configurator.release();
            }
            return turns;
        });
        Threads.PLATFORM.factory().newThread(working).start();
        int listed = 0;
        try {
            for (; !working.isDone(); listed++) {
                List<RecordedBinding> bound = bindings.list();
                assertThat(bound).allMatch(left -> left.state() == RecordedBinding.State.LIVE);
                found.addAndGet(bound.size());
            }
        } finally {
            stopped.set(true);
            working.get();
        }
        System.out.println("exclusion: listed " + listed + " times, and found there " + found
                + " times, while a pod was bound and released " + working.get() + " times");
    }
}
