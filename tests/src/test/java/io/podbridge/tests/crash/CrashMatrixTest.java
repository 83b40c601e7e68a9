package io.podbridge.tests.crash;

import io.podbridge.netlink.state.NamespaceState;
import io.podbridge.tests.matrix.Combinations;
import io.podbridge.tests.matrix.MemoryDirectory;
import io.podbridge.tests.matrix.Tally;
import io.podbridge.tests.matrix.Verb;
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
    @TempDir(factory = MemoryDirectory.class)
    Path journals;

    static Stream<Arguments> verbs() {
        return Combinations.of(PodCase.values(), Verb.values(), Verb.values());
    }

    @ParameterizedTest
    @MethodSource("verbs")
    void the_next_process_recovers(PodCase kind, Verb dying, Verb next) {
        Pods pods = new Pods(kind, journals);
        NamespaceState before = pods.before(Verb.PREPARE).state();
        Tally killed = new Tally();

        for (DeathPoint point : pods.before(dying).points(dying)) {
            pods.dead(dying, point).recover(next, before, DeathPoint.describe(point));
            killed.count(true);
        }
        killed.report("crash matrix: " + kind + ": " + dying + ", then " + next + ": killed");
    }

    /** Where the kernel counts up to the index of the tap it may be another one. */
    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "TAP_WITHOUT_CHOSEN_INDEX")
    void prepare_goes_on_to_exactly_where_it_would_have_come(PodCase kind) {
        Pods pods = new Pods(kind, journals);
        CrashRun model = pods.before(Verb.PREPARE);
        List<DeathPoint> points = model.points(Verb.PREPARE);
        NamespaceState bound = model.state();

        for (DeathPoint point : points) {
            CrashRun run = pods.dead(Verb.PREPARE, point);
            run.configurator().preparePodNetworkInterface();
            assertThat(bound.difference(run.state())).as(DeathPoint.describe(point)).isEmpty();
            assertThat(run.state().addresses()).as(DeathPoint.describe(point)).isEqualTo(bound.addresses());
        }
    }
}
