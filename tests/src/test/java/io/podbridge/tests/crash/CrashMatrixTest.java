package io.podbridge.tests.crash;

import io.podbridge.netlink.state.NamespaceState;
import io.podbridge.tests.matrix.ChangingVerb;
import io.podbridge.tests.matrix.EveryCombination;
import io.podbridge.tests.matrix.MemoryDirectory;
import io.podbridge.tests.matrix.Tally;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The process dies at every point of a verb: after each part of each request, and around each write of the journal. Another one goes on, or
 * goes back, and ends where an undisturbed one does, to the last attribute.
 */
class CrashMatrixTest {
    @TempDir(factory = MemoryDirectory.class)
    Path journals;

    @EveryCombination
    void theNextProcessRecovers(PodCase kind, ChangingVerb dying, ChangingVerb next) {
        Pods pods = new Pods(kind, journals);
        NamespaceState before = pods.before(ChangingVerb.PREPARE).state();
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
    void prepareGoesOnToExactlyWhereItWouldHaveCome(PodCase kind) {
        Pods pods = new Pods(kind, journals);
        CrashRun model = pods.before(ChangingVerb.PREPARE);
        List<DeathPoint> points = model.points(ChangingVerb.PREPARE);
        NamespaceState bound = model.state();

        for (DeathPoint point : points) {
            CrashRun run = pods.dead(ChangingVerb.PREPARE, point);
            run.configurator().preparePodNetworkInterface();
            assertThat(bound.difference(run.state())).as(DeathPoint.describe(point)).isEmpty();
            assertThat(run.state().addresses()).as(DeathPoint.describe(point)).isEqualTo(bound.addresses());
        }
    }
}
