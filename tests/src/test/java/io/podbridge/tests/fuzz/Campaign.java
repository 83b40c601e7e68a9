package io.podbridge.tests.fuzz;

import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;

/** Many inputs for one target, on all processors. */
final class Campaign {
    private static final Duration POLL = Duration.ofMillis(100);

    private final Inputs inputs;
    private final Duration patience;

    /**
     * A campaign.
     *
     * @param inputs what the target is given
     * @param patience what takes longer does not come to an end
     */
    Campaign(Inputs inputs, Duration patience) {
        this.inputs = inputs;
        this.patience = patience;
    }

    /**
     * Runs them.
     *
     * @param first the number of the first
     * @param end the number behind the last
     * @return how many were taken, and not refused
     */
    long run(long first, long end) throws InterruptedException {
        int processors = Runtime.getRuntime().availableProcessors();
        List<Worker> workers = IntStream.range(0, processors)
                .mapToObj(i -> new Worker(inputs, first + i, end, processors)).toList();
        workers.forEach(Thread::start);
        for (Worker worker : workers) {
            while (!worker.join(POLL)) {
                requireNoHang(workers);
            }
            worker.finding().ifPresent(problem -> fail(worker, problem));
        }
        return workers.stream().mapToLong(Worker::taken).sum();
    }

    private void requireNoHang(List<Worker> workers) {
        workers.stream().filter(worker -> worker.isAlive() && worker.nanos() > patience.toNanos()).findFirst()
                .ifPresent(worker -> fail(worker, "does not come to an end"));
    }

    private void fail(Worker worker, String problem) {
        byte[] input = inputs.get(worker.number());
        throw new AssertionError(
                inputs.target().getClass().getSimpleName() + " " + problem + "; again with -Dpodbridge.fuzz.seed="
                        + inputs.seed() + " -Dpodbridge.fuzz.input=" + worker.number() + "; the input in hexadecimal: "
                        + HexFormat.of().formatHex(input));
    }
}
