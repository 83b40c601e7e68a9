package io.podbridge.benchmarks.comparison;

import io.podbridge.benchmarks.worker.ThrowawayPod;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Binds and releases: each round makes a pod for everybody, lets the kernel settle, and lets them work one after the other. */
final class BindRounds {
    /** Duplicate address detection and the watching of carriers are over by then. */
    private static final Duration SETTLED = Duration.ofMillis(2200);
    private static final Duration BETWEEN = Duration.ofMillis(20);
    private static final Duration TIDIED_UP = Duration.ofMillis(700);

    private final Path benchmarks;
    private final int rounds;

    BindRounds(Path benchmarks, int rounds) {
        this.benchmarks = benchmarks;
        this.rounds = rounds;
    }

    void binds(Table table) throws IOException, InterruptedException {
        try (Peers peers = new Peers(benchmarks)) {
            peers.peer("C floor", "c-bind").peer("C as careful", "c-careful").peer("Go", "go-bind")
                    .peer("KubeVirt's style", "go-bind", peers.builtPath("go-create-tap"))
                    .script("ip -batch", "ip-batch.sh").worker("panama", "panama", "worker.BindWorker")
                    .worker("iproute2", "iproute2", "worker.BindWorker");
            run(peers, peer -> {});
            double panama = peers.median("panama");
            table.atMost("bind, panama", panama, "C floor", peers.median("C floor"), 1.15);
            table.beside("bind, panama", panama, "C as careful", peers.median("C as careful"));
            table.timesFaster("bind, panama", panama, "Go", peers.median("Go"), 1.6);
            table.timesFaster("bind, panama", panama, "KubeVirt's style", peers.median("KubeVirt's style"), 4);
            table.atMost("bind, iproute2", peers.median("iproute2"), "ip -batch", peers.median("ip -batch"), 1.2);
        }
    }

    void releases(Table table) throws IOException, InterruptedException {
        try (Peers peers = new Peers(benchmarks); Peers binder = new Peers(benchmarks)) {
            peers.peer("three links in C", "c-release").worker("panama", "panama", "worker.ReleaseWorker");
            Peer binds = binder.peer("binds for C", "c-bind").shuffled().get(0);
            run(peers, path -> binds.ask(path));
            table.atMost("release, panama", peers.median("panama"), "three links in C", peers.median("three links in C"), 0.5);
        }
    }

    private interface Before {
        void in(String path) throws IOException;
    }

    /** The first round is not counted. Only what is not ours needs somebody else to go before. */
    private void run(Peers peers, Before before) throws IOException, InterruptedException {
        for (int round = 0; round <= rounds; round++) {
            List<Peer> order = peers.shuffled();
            List<ThrowawayPod> pods = new ArrayList<>();
            for (int i = 0; i < order.size(); i++) {
                pods.add(ThrowawayPod.make());
            }
            Thread.sleep(SETTLED);
            for (int i = 0; i < order.size(); i++) {
                turn(order.get(i), pods.get(i).namespace().path().toString(), before, round > 0);
                Thread.sleep(BETWEEN);
            }
            pods.forEach(ThrowawayPod::close);
            Thread.sleep(TIDIED_UP);
        }
    }

    private static void turn(Peer peer, String path, Before before, boolean counts) throws IOException {
        if (!peer.name().equals("panama")) {
            before.in(path);
        }
        if (counts) {
            peer.sample(path);
        } else {
            peer.ask(path);
        }
    }
}
