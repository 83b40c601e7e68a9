package io.podbridge.tests.crash;

import io.podbridge.netlink.state.NamespaceState;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A process dies, and so does the one that comes after it, each at every point of its work; the third completes, and gives back. */
class DyingTwiceTest {
    /** One case in every build, since the pairs are thousands; all of them with {@code -Plong}. */
    private static final boolean LONG = Boolean.getBoolean("podbridge.long");

    @TempDir
    Path journals;
    private int runs;

    static Stream<Arguments> deaths() {
        Stream<PodCase> kinds = LONG ? Arrays.stream(PodCase.values()) : Stream.of(PodCase.DUAL_STACK);
        return kinds.flatMap(kind -> Stream.of(Verb.values())
                .flatMap(first -> Stream.of(Verb.values()).map(second -> Arguments.of(kind, first, second))));
    }

    private CrashRun dead(PodCase kind, Verb verb, DeathPoint point) {
        CrashRun run = before(verb, kind);
        run.die(verb, point);
        return run;
    }

    private CrashRun before(Verb verb, PodCase kind) {
        runs++;
        return CrashRun.before(verb, kind, journals.resolve(Integer.toString(runs)));
    }

    @ParameterizedTest
    @MethodSource("deaths")
    void the_third_process_recovers(PodCase kind, Verb first, Verb second) {
        NamespaceState before = before(Verb.PREPARE, kind).state();
        int killed = 0;
        for (DeathPoint once : before(first, kind).points(first)) {
            List<DeathPoint> further = dead(kind, first, once).points(second);
            for (DeathPoint twice : further) {
                CrashRun run = dead(kind, first, once);
                run.die(second, twice);
                run.recover(Verb.PREPARE, before, DeathPoint.describe(once, twice));
                killed++;
            }
        }
        System.out.println("crash matrix: " + kind + ": " + first + ", then " + second + ": killed twice at " + killed
                + " pairs of points, all recovered");
    }
}
