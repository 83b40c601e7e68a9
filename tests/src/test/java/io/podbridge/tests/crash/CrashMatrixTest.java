package io.podbridge.tests.crash;

import io.podbridge.netlink.state.NamespaceState;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The process dies at every point of a verb: after each part of each request, and around each write of the journal. Another one goes on, or
 * goes back, and ends where an undisturbed one does, to the last attribute.
 */
class CrashMatrixTest {
    @TempDir
    Path journals;
    private int runs;

    static Stream<Arguments> verbs() {
        return Stream.of(PodCase.values()).flatMap(
                kind -> Stream.of(Verb.values())
                        .flatMap(dying -> Stream.of(Verb.values()).map(next -> Arguments.of(kind, dying, next))));
    }

    private CrashRun before(Verb verb, PodCase kind) {
        runs++;
        return CrashRun.before(verb, kind, journals.resolve(Integer.toString(runs)));
    }

    @ParameterizedTest
    @MethodSource("verbs")
    void the_next_process_recovers(PodCase kind, Verb dying, Verb next) {
        NamespaceState before = before(Verb.PREPARE, kind).state();
        List<DeathPoint> points = before(dying, kind).points(dying);

        for (DeathPoint point : points) {
            CrashRun run = before(dying, kind);
            run.die(dying, point);
            run.recover(next, before, DeathPoint.describe(point));
        }
        System.out.println("crash matrix: " + kind + ": " + dying + ", then " + next + ": killed at " + points.size()
                + " points, all recovered");
    }

    /** Where the kernel counts up to the index of the tap it may be another one. */
    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "TAP_WITHOUT_CHOSEN_INDEX")
    void prepare_goes_on_to_exactly_where_it_would_have_come(PodCase kind) {
        CrashRun model = before(Verb.PREPARE, kind);
        List<DeathPoint> points = model.points(Verb.PREPARE);
        NamespaceState bound = model.state();

        for (DeathPoint point : points) {
            CrashRun run = before(Verb.PREPARE, kind);
            run.die(Verb.PREPARE, point);
            run.configurator().preparePodNetworkInterface();
            assertThat(bound.difference(run.state())).as(DeathPoint.describe(point)).isEmpty();
            assertThat(run.state().addresses()).as(DeathPoint.describe(point)).isEqualTo(bound.addresses());
        }
    }
}
