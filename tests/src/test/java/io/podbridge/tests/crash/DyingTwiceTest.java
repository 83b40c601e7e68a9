package io.podbridge.tests.crash;

import io.podbridge.netlink.state.NamespaceState;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

/** A process dies, and so does the one that comes after it, each at every point of its work; the third completes, and gives back. */
class DyingTwiceTest {
    @TempDir
    Path journals;
    private int runs;

    static Stream<Arguments> deaths() {
        return Stream.of(PodCase.DUAL_STACK).flatMap(kind -> Stream.of(Verb.values())
                .flatMap(first -> Stream.of(Verb.values()).map(second -> Arguments.of(kind, first, second))));
    }

    private CrashRun begun(PodCase kind, Verb verb) {
        runs++;
        CrashRun run = new CrashRun(kind, journals.resolve(Integer.toString(runs)));
        if (verb == Verb.RELEASE) {
            run.configurator().preparePodNetworkInterface();
        }
        return run;
    }

    private CrashRun dead(PodCase kind, Verb verb, DeathPoint point) {
        CrashRun run = begun(kind, verb);
        run.die(verb, point);
        return run;
    }

    @ParameterizedTest
    @MethodSource("deaths")
    void the_third_process_recovers(PodCase kind, Verb first, Verb second) {
        NamespaceState before = begun(kind, Verb.PREPARE).state();
        int killed = 0;
        for (DeathPoint once : begun(kind, first).points(first)) {
            List<DeathPoint> further = dead(kind, first, once).points(second);
            for (DeathPoint twice : further) {
                CrashRun run = dead(kind, first, once);
                run.die(second, twice);
                run.configurator().preparePodNetworkInterface();
                assertThat(run.configurator().verify()).as(DeathPoint.describe(once, twice)).isEmpty();
                run.configurator().release();
                assertThat(run.state()).as(DeathPoint.describe(once, twice)).isEqualTo(before);
                killed++;
            }
        }
        System.out.println("crash matrix: " + kind + ": " + first + ", then " + second + ": killed twice at " + killed
                + " pairs of points, all recovered");
    }
}
