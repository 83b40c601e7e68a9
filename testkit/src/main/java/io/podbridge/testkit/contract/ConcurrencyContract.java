package io.podbridge.testkit.contract;

import io.podbridge.netlink.NetlinkHandler;
import io.podbridge.netlink.model.Link;
import io.podbridge.netlink.request.LinkAdd;
import io.podbridge.netlink.request.LinkChange;
import io.podbridge.netlink.request.LinkSet;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

abstract class ConcurrencyContract extends HandlerContract {
    private static final int THREADS = 4;
    private static final int ROUNDS = 10;
    private static final Duration LONGEST = Duration.ofMinutes(5);

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
        return inParallel(Executors.newFixedThreadPool(THREADS), work);
    }

    private static List<String> inParallel(ExecutorService threads, IntFunction<Callable<List<String>>> work)
            throws InterruptedException, ExecutionException {
        try {
            List<Callable<List<String>>> tasks = new ArrayList<>();
            for (int thread = 0; thread < THREADS; thread++) {
                tasks.add(work.apply(thread));
            }
            List<String> results = new ArrayList<>();
            for (Future<List<String>> result : threads.invokeAll(tasks, LONGEST.toSeconds(), TimeUnit.SECONDS)) {
                results.addAll(result.get());
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void virtualThreadsUseOneHandlerAndEachGetsItsOwnAnswers() throws InterruptedException, ExecutionException {
        Optional<ExecutorService> virtual = virtualThreads();
        Requirement.ofSubject(virtual.isPresent(), "this Java has no virtual threads");

        List<String> wrong = inParallel(virtual.orElseThrow(), thread -> () -> work(handler(), thread));

        assertThat(wrong).isEmpty();
        assertThat(made()).hasSize(THREADS * ROUNDS);
    }

    @Test
    void readsOfOneThreadAndRequestsOfAnotherDoNotDisturbEachOther() throws InterruptedException, ExecutionException {
        List<String> wrong = inParallel(thread -> () -> thread == 0 ? work(handler(), thread) : read(handler()));

        assertThat(wrong).isEmpty();
        assertThat(made()).hasSize(ROUNDS);
    }

    @Test
    void aHandlerThatIsClosedWhileOthersUseItAnswersThemOrSaysThatItIsClosed() throws InterruptedException, ExecutionException {
        NetlinkHandler shared = namespace().open();

        List<String> wrong = inParallel(thread -> () -> thread == 0 ? closed(shared) : readToTheEnd(shared));

        assertThat(wrong).isEmpty();
        assertThatThrownBy(shared::linkList).isInstanceOf(IllegalStateException.class);
        assertThat(handler().linkByName("lo")).isPresent();
    }

    private static List<String> closed(NetlinkHandler handler) {
        handler.close();
        return List.of();
    }

    /** Reads until the handler is closed: whatever else ends it is wrong, and comes to light as a failed task. */
    private static List<String> readToTheEnd(NetlinkHandler handler) {
        long start = System.nanoTime();
        try {
            while (System.nanoTime() - start < LONGEST.toNanos() / 2) {
                if (handler.linkByName("lo").isEmpty() || handler.linkList().isEmpty()) {
                    return List.of("an open handler answered with nothing");
                }
            }
            return List.of("a handler that has been closed still answers");
        } catch (IllegalStateException closed) {
            return List.of();
        }
    }

    private static List<String> read(NetlinkHandler handler) {
        List<String> wrong = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            if (!handler.linkByName("lo").map(Link::name).orElse("").equals("lo")) {
                wrong.add("lo was not found");
            }
            handler.addrList();
            handler.routeList();
        }
        return wrong;
    }

    /** By name, since Java 17 has none. */
    private static Optional<ExecutorService> virtualThreads() {
        try {
            return Optional.of((ExecutorService) Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null));
        } catch (ReflectiveOperationException | UnsupportedOperationException e) {
            return Optional.empty();
        }
    }
}
