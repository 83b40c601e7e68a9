package io.podbridge.tests.differential;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** Runs sequences, several at a time since most of the time is waiting, until one finds a difference or there have been enough. */
final class Campaign {
    private static final int AT_A_TIME = 8;
    private static final int REPLAYS = 3;
    private static final Duration SHRINKING = Duration.ofMinutes(3);

    private final Search search;
    private final Extent extent;
    private final AtomicInteger begun = new AtomicInteger();
    private final ConcurrentLinkedQueue<Finding> findings = new ConcurrentLinkedQueue<>();

    Campaign(Search search, Extent extent) {
        this.search = search;
        this.extent = extent;
    }

    /** {@return what was found, ready to be printed; absent if nothing was} */
    Optional<Report> run() throws InterruptedException, ExecutionException {
        long end = System.nanoTime() + extent.longest().toNanos();
        try (ExecutorService threads = Executors.newFixedThreadPool(AT_A_TIME)) {
            Callable<Integer> worker = () -> work(end);
            List<Future<Integer>> workers = threads.invokeAll(IntStream.range(0, AT_A_TIME).mapToObj(i -> worker).toList());
            int done = 0;
            for (Future<Integer> future : workers) {
                done += future.get();
            }
            System.out.println(search.pairing() + ": " + done + " sequences of " + search.length() + " steps from the seed "
                    + extent.seed());
        }
        return Optional.ofNullable(findings.peek()).map(this::report);
    }

    private int work(long end) {
        int done = 0;
        while (findings.isEmpty() && System.nanoTime() < end) {
            int next = begun.getAndIncrement();
            if (next >= extent.sequences()) {
                return done;
            }
            search.explore(extent.seed() + next).filter(this::isSeenAgain).ifPresent(findings::add);
            done++;
        }
        return done;
    }

    /** A kernel that does something in its own time may do it between two steps, or not; what never happens again is told, and passes. */
    private boolean isSeenAgain(Finding found) {
        boolean again = IntStream.range(0, REPLAYS).anyMatch(i -> search.replay(found.seed(), found.steps()).isPresent());
        if (!again) {
            System.out.println(search.pairing() + ": seed " + found.seed() + ": differed once and not in " + REPLAYS
                    + " replays: " + found.difference().lines());
        }
        return again;
    }

    private Report report(Finding found) {
        return new Report(found,
                Shrinker.shrink(found, steps -> search.hurried().replay(found.seed(), steps), SHRINKING));
    }
}
