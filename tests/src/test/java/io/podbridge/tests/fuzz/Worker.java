package io.podbridge.tests.fuzz;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Optional;
import java.util.stream.Stream;

/** Gives a target every so-manieth input, and watches what that costs. */
final class Worker extends Thread {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    /** What a reader may allocate: some room of its own, and so much for each byte that it is given. */
    private static final long ROOM = 1 << 20;
    private static final long ROOM_OF_A_BYTE = 1 << 10;

    private final Inputs inputs;
    private final long end;
    private final int stride;
    private volatile long number;
    private volatile long begun = System.nanoTime();
    private long taken;
    private volatile Optional<String> finding = Optional.empty();

    Worker(Inputs inputs, long first, long end, int stride) {
        super("fuzz-" + first);
        this.inputs = inputs;
        this.number = first;
        this.end = end;
        this.stride = stride;
        setDaemon(true);
    }

    @Override
    public void run() {
        for (long at = number; at < end && finding.isEmpty(); at += stride) {
            number = at;
            byte[] input = inputs.get(at);
            begun = System.nanoTime();
            finding = problem(input);
        }
    }

    private Optional<String> problem(byte[] input) {
        long before = THREADS.getCurrentThreadAllocatedBytes();
        try {
            taken += inputs.target().takes(input) ? 1 : 0;
        } catch (Throwable thrown) { // Whatever it is, it is what is looked for.
            return Optional.of("threw " + thrown + " at " + Stream.of(thrown.getStackTrace()).findFirst());
        }
        long allocated = THREADS.getCurrentThreadAllocatedBytes() - before;
        return allocated > ROOM + ROOM_OF_A_BYTE * input.length
                ? Optional.of("allocated " + allocated + " bytes for " + input.length)
                : Optional.empty();
    }

    /** {@return the input that it is at} */
    long number() {
        return number;
    }

    /** {@return for how long it has been at it} */
    long nanos() {
        return System.nanoTime() - begun;
    }

    /** {@return what went wrong} */
    Optional<String> finding() {
        return finding;
    }

    /** {@return how many it took, once it has ended} */
    long taken() {
        return taken;
    }
}
