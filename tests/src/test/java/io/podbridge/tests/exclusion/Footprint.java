package io.podbridge.tests.exclusion;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * What this process holds.
 *
 * @param descriptors how many are open
 * @param threads how many are alive, those that carry virtual ones left out
 * @param heap bytes that are in use when collections free no more
 * @param claims how many locks the JVM's threads have claimed
 */
record Footprint(long descriptors, long threads, long heap, long claims) {
    private static final int COLLECTIONS = 10;

    static Footprint now() throws IOException {
        return new Footprint(openDescriptors(), livingThreads(), usedHeap(),
                System.getProperties().stringPropertyNames().stream().filter(name -> name.startsWith("io.podbridge.lock."))
                        .count());
    }

    private static long openDescriptors() throws IOException {
        try (Stream<Path> open = Files.list(Path.of("/proc/self/fd"))) {
            return open.count();
        }
    }

    /** Those of the JDK come when a process is started or a stream is parallel, and go in their own time. */
    private static long livingThreads() {
        return Thread.getAllStackTraces().keySet().stream().map(Thread::getName)
                .filter(name -> !name.startsWith("ForkJoinPool") && !name.startsWith("process reaper")).count();
    }

    /** What a collection frees by way of references and cleaners goes with a later one. */
    private static long usedHeap() {
        long before = Long.MAX_VALUE;
        long used = usedAfterCollection();
        for (int more = 0; used < before && more < COLLECTIONS; more++) {
            before = used;
            used = usedAfterCollection();
        }
        return Math.min(before, used);
    }

    private static long usedAfterCollection() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
