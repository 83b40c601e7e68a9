package io.podbridge.testkit.kernel;

import java.util.List;

/**
 * What the kernel does for one request: parts, one after the other, each of which holds once it is done, and an end that comes in any case.
 */
public final class KernelCall {
    private final List<Runnable> parts;
    private final Runnable end;

    KernelCall(List<Runnable> parts, Runnable end) {
        this.parts = List.copyOf(parts);
        this.end = end;
    }

    /**
     * What is done at once or not at all.
     *
     * @param part the only part
     * @return the call
     */
    public static KernelCall of(Runnable part) {
        return new KernelCall(List.of(part), () -> {});
    }

    /** {@return how many parts there are, at least one} */
    public int size() {
        return parts.size();
    }

    /**
     * Does one part.
     *
     * @param part its number, from 0
     * @throws KernelRefusal if the kernel refuses; what was done before stays
     */
    public void run(int part) {
        parts.get(part).run();
    }

    /** What follows when the caller has its answer, or is dead. */
    public void end() {
        end.run();
    }
}
