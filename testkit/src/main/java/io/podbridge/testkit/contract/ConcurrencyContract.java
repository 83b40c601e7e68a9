package io.podbridge.testkit.contract;

import io.podbridge.netlink.NetlinkHandler;
import io.podbridge.netlink.model.Link;
import io.podbridge.netlink.request.LinkAdd;
import io.podbridge.netlink.request.LinkChange;
import io.podbridge.netlink.request.LinkSet;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

abstract class ConcurrencyContract extends HandlerContract {
    private static final int THREADS = 4;
    private static final int ROUNDS = 10;

    ConcurrencyContract(Supplier<ContractNamespace> namespaces) {
        super(namespaces);
    }

    @Test
    void severalThreadsUseOneHandlerAndEachGetsItsOwnAnswers() throws InterruptedException, ExecutionException {
        List<String> wrong = inParallel(thread -> () -> work(handler(), thread));

        assertThat(wrong).isEmpty();
        assertThat(made()).hasSize(THREADS * ROUNDS).allMatch(name -> link(id(name)).isUp());
    }

    @Test
    void severalHandlersChangeOneNamespaceAtATime() throws InterruptedException, ExecutionException {
        List<String> wrong = inParallel(thread -> () -> {
            try (NetlinkHandler own = namespace().open()) {
                return work(own, thread);
            }
        });

        assertThat(wrong).isEmpty();
        assertThat(made()).hasSize(THREADS * ROUNDS);
    }

    /** Makes bridges, reads each back, and returns what came back wrong. */
    private static List<String> work(NetlinkHandler handler, int thread) {
        List<String> wrong = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            String name = "br" + thread + "-" + round;
            int index = CHOSEN_INDEX + thread * ROUNDS + round;
            handler.linkAdd(LinkAdd.bridge(name).index(index).build());
            Link found = handler.linkByName(name).orElseThrow();
            handler.execute(LinkSet.of(found.id(), new LinkChange.Up()));
            if (found.index() != index || handler.linkList().stream().noneMatch(link -> link.index() == index && link.isUp())) {
                wrong.add(name + " was found as " + found);
            }
        }
        return wrong;
    }

    private static List<String> inParallel(IntFunction<Callable<List<String>>> work)
            throws InterruptedException, ExecutionException {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Callable<List<String>>> tasks = new ArrayList<>();
            for (int thread = 0; thread < THREADS; thread++) {
                tasks.add(work.apply(thread));
            }
            List<String> results = new ArrayList<>();
            for (Future<List<String>> result : threads.invokeAll(tasks)) {
                results.addAll(result.get());
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }
}
