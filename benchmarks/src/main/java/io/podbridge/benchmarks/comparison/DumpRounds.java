package io.podbridge.benchmarks.comparison;

import io.podbridge.testkit.netns.TestNamespace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Reads of large tables, in one namespace of 2,001 links and 20,001 IPv4 routes. */
final class DumpRounds {
    private static final int PAIRS = 1000;
    private static final int ROUTES = 20_000;
    private static final int LOOKUPS = 20;

    private final Path benchmarks;
    private final int rounds;

    DumpRounds(Path benchmarks, int rounds) {
        this.benchmarks = benchmarks;
        this.rounds = rounds;
    }

    void dumps(Table table) throws IOException {
        try (TestNamespace large = TestNamespace.create("large"); TestNamespace small = TestNamespace.create("small")) {
            fill(large);
            String path = large.namespace().path().toString();
            try (Peers links = peers(path).peer("Go", "go-dump", path);
                    Peers routes = peers(path).peer("Go", "go-dump", path);
                    Peers lookups = peers(path);
                    Peers few = peers(small.namespace().path().toString())) {
                for (int i = 0; i <= rounds; i++) {
                    turns(links, "links", i > 0);
                    turns(routes, "routes", i > 0);
                    for (int j = 0; j < LOOKUPS; j++) {
                        turns(lookups, "link v" + (i * LOOKUPS + j) % PAIRS, i > 0);
                        turns(few, "link lo", i > 0);
                    }
                }
                compare(table, "dump of 2,001 links", links);
                compare(table, "dump of 20,001 routes", routes);
                table.atMost("linkByName among 2,001 links", lookups.median("panama"), "C", lookups.median("C"), 1.5);
                table.atMost("linkByName among 2,001 links", lookups.median("panama"), "panama with 1 link", few.median("panama"),
                        1.5);
            }
        }
    }

    private static void compare(Table table, String work, Peers peers) {
        table.atMost(work, peers.median("panama"), "C", peers.median("C"), 1.6);
        table.timesFaster(work, peers.median("panama"), "Go", peers.median("Go"), 1);
    }

    private Peers peers(String path) throws IOException {
        return new Peers(benchmarks).peer("C", "c-dump", path).worker("panama", "panama", "worker.DumpWorker", path);
    }

    private static void turns(Peers peers, String what, boolean counts) throws IOException {
        for (Peer peer : peers.shuffled()) {
            if (counts) {
                peer.sample(what);
            } else {
                peer.ask(what);
            }
        }
    }

    private static void fill(TestNamespace namespace) throws IOException {
        Stream<String> links = IntStream.range(0, PAIRS).mapToObj(i -> "link add v" + i + " type veth peer name w" + i);
        Stream<String> up = Stream.of("link set lo up", "link set v0 up", "link set w0 up", "address add 10.9.0.1/24 dev v0");
        Stream<String> routes = IntStream.range(0, ROUTES).mapToObj(
                i -> "route add 10." + (100 + i / 62_500) + "." + i / 250 % 250 + "." + i % 250 + "/32 via 10.9.0.2 dev v0");
        Path batch = Files.createTempFile("podbridge-batch", ".txt");
        try {
            Files.write(batch, List.of(Stream.of(links, up, routes).flatMap(each -> each).collect(Collectors.joining("\n"))));
            namespace.ip("-batch", batch.toString());
        } finally {
            Files.delete(batch);
        }
    }
}
