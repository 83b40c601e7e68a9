package io.podbridge.benchmarks.comparison;

import java.io.IOException;
import java.nio.file.Path;

/** Runs everything beside the peers, in one go, and prints one table. */
public final class Comparison {
    private static final int STARTS = 3;

    private Comparison() {}

    /**
     * Compares.
     *
     * @param arguments the directory of this module, the number of rounds, and the number of pods for one process
     * @throws IOException if a peer cannot be started, or fails
     * @throws InterruptedException if it is interrupted
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path benchmarks = Path.of(arguments[0]).toAbsolutePath();
        int rounds = Integer.parseInt(arguments[1]);
        Table table = new Table();
        BindRounds pods = new BindRounds(benchmarks, rounds);
        pods.binds(table);
        pods.releases(table);
        new DumpRounds(benchmarks, rounds).dumps(table);
        new StartRounds(benchmarks, Math.max(1, rounds / STARTS)).starts(table);
        new ManyPods(Integer.parseInt(arguments[2])).bindAndRelease(table);
        System.out.println(table);
    }
}
