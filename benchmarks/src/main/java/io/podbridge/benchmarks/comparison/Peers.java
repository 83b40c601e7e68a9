package io.podbridge.benchmarks.comparison;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** Those that take turns at one kind of work. */
final class Peers implements AutoCloseable {
    private final Path benchmarks;
    private final List<Peer> all = new ArrayList<>();

    Peers(Path benchmarks) {
        this.benchmarks = benchmarks;
    }

    /** Adds a program of {@code peers/}, built. */
    Peers peer(String name, String program, String... arguments) throws IOException {
        return start(name, benchmarks.resolve("target/peers").resolve(program), Map.of(), arguments);
    }

    /** Adds a script of {@code peers/}. */
    Peers script(String name, String script) throws IOException {
        return start(name, benchmarks.resolve("peers").resolve(script), Map.of());
    }

    /** Adds a worker of this module. */
    Peers worker(String name, String backend, String... arguments) throws IOException {
        return start(name, benchmarks.resolve("worker.sh"), Map.of("PODBRIDGE_BACKEND", backend), arguments);
    }

    private Peers start(String name, Path program, Map<String, String> environment, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(program.toString()));
        Collections.addAll(command, arguments);
        all.add(Peer.start(name, command, environment));
        return this;
    }

    String builtPath(String program) {
        return benchmarks.resolve("target/peers").resolve(program).toString();
    }

    /** {@return all, in an order of chance} */
    List<Peer> shuffled() {
        List<Peer> shuffled = new ArrayList<>(all);
        Collections.shuffle(shuffled);
        return shuffled;
    }

    /** {@return the median of one of them in nanoseconds} */
    double median(String name) {
        return all.stream().filter(peer -> peer.name().equals(name)).findFirst().orElseThrow().samples().median();
    }

    @Override
    public void close() throws IOException {
        for (Peer peer : all) {
            peer.close();
        }
    }
}
