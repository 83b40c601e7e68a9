package io.podbridge.tests.crash;

import io.podbridge.netlink.state.NamespaceState;
import io.podbridge.tests.matrix.ChangingVerb;
import io.podbridge.tests.matrix.Combinations;
import io.podbridge.tests.matrix.MemoryDirectory;
import io.podbridge.tests.matrix.Tally;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A process dies, and so does the one that comes after it, each at every point of its work; the third completes, and gives back. */
class DyingTwiceTest {
    /** One case in every build, since the pairs are thousands; all of them with {@code -Plong}. */
    private static final boolean LONG = Boolean.getBoolean("podbridge.long");

    @TempDir(factory = MemoryDirectory.class)
    Path journals;

    static Stream<Arguments> deaths() {
        PodCase[] kinds = LONG ? PodCase.values() : new PodCase[] {PodCase.DUAL_STACK};
        return Combinations.of(kinds, ChangingVerb.values(), ChangingVerb.values());
    }

    @ParameterizedTest
    @MethodSource("deaths")
    void theThirdProcessRecovers(PodCase kind, ChangingVerb first, ChangingVerb second) {
        Pods pods = new Pods(kind, journals);
        NamespaceState before = pods.before(ChangingVerb.PREPARE).state();
        Tally killed = new Tally();

        for (DeathPoint once : pods.before(first).points(first)) {
            for (DeathPoint twice : pods.dead(first, once).points(second)) {
                CrashRun run = pods.dead(first, once);
                run.die(second, twice);
                run.recover(ChangingVerb.PREPARE, before, DeathPoint.describe(once, twice));
                killed.count(true);
            }
        }
        killed.report("crash matrix: " + kind + ": " + first + ", then " + second + ": killed twice");
    }
}
