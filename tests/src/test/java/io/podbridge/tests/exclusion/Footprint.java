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
 * @param heap bytes that are in use after a collection
 * @param claims how many locks the JVM's threads have claimed
 */
record Footprint(long descriptors, long threads, long heap, long claims) {

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

    private static long livingThreads() {
        return Thread.getAllStackTraces().keySet().stream().filter(thread -> !thread.getName().startsWith("ForkJoinPool"))
                .count();
    }

    private static long usedHeap() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
