package io.podbridge.benchmarks.comparison;

import io.podbridge.benchmarks.worker.ThrowawayPod;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The command in a fresh JVM: a bind, beside the same command that only says its version, and both with an AOT cache. */
final class StartRounds {
    private final Path benchmarks;
    private final int rounds;

    StartRounds(Path benchmarks, int rounds) {
        this.benchmarks = benchmarks;
        this.rounds = rounds;
    }

    void starts(Table table) throws IOException, InterruptedException {
        Path journals = Files.createTempDirectory(Path.of("/dev/shm"), "podbridge-start");
        Path cache = journals.resolve("podbridge.aot");
        require(List.of(benchmarks.resolveSibling("cli").resolve("aot-cache.sh").toString(), cache.toString()));
        Samples binds = new Samples();
        Samples versions = new Samples();
        Samples cached = new Samples();
        for (int i = 0; i < rounds; i++) {
            try (ThrowawayPod one = ThrowawayPod.make(); ThrowawayPod other = ThrowawayPod.make()) {
                versions.add(nanos(command(List.of(), List.of("--version"))));
                binds.add(nanos(command(List.of(), bind(one, journals))));
                cached.add(nanos(command(List.of("-XX:AOTCache=" + cache, "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"),
                        bind(other, journals))));
            }
        }
        table.atMost("first bind in a fresh JVM", binds.median(), "--version", versions.median(), 1.5);
        table.figure("first bind in a fresh JVM with an AOT cache", Table.time(cached.median()), "at most 250 ms");
        try (var files = Files.walk(journals)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private static List<String> bind(ThrowawayPod pod, Path journals) {
        return List.of("bind", "--netns", pod.namespace().path().toString(), "--placeholder", "bridge", "--journal-dir",
                journals.resolve("journals").toString(), "--json");
    }

    private List<String> command(List<String> options, List<String> words) {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(options);
        command.addAll(List.of("-jar", benchmarks.resolveSibling("cli").resolve("target/podbridge.jar").toString()));
        command.addAll(words);
        return command;
    }

    private static long nanos(List<String> command) throws IOException, InterruptedException {
        long begun = System.nanoTime();
        require(command);
        return System.nanoTime() - begun;
    }

    private static void require(List<String> command) throws IOException, InterruptedException {
        int exit = new ProcessBuilder(command).redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.INHERIT).start().waitFor();
        if (exit != 0) {
            throw new IOException(command + " ended with " + exit);
        }
    }
}
