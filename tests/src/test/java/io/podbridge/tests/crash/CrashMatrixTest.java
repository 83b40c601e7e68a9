package io.podbridge.tests.crash;

import io.podbridge.netlink.state.NamespaceState;
import java.io.IOException;
import java.nio.file.Files;
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
    @TempDir
    Path journals;
    private int runs;

    private CrashRun run(PodCase kind) {
        runs++;
        return new CrashRun(kind, journals.resolve(Integer.toString(runs)));
    }

    private CrashRun boundRun(PodCase kind) {
        CrashRun run = run(kind);
        run.configurator().preparePodNetworkInterface();
        return run;
    }

    private static void assertReleased(CrashRun run, NamespaceState before, String why) {
        run.configurator().release();
        assertThat(run.state()).as(why).isEqualTo(before);
        assertThat(run.bindings().list()).as(why).isEmpty();
    }

    private static void report(PodCase kind, String verb, List<DeathPoint> points) {
        System.out.println("crash matrix: " + kind + ": " + verb + ": killed at " + points.size() + " points, all recovered");
    }

    @ParameterizedTest
    @EnumSource
    void prepare_goes_on_to_where_it_would_have_come(PodCase kind) {
        CrashRun model = run(kind);
        NamespaceState before = model.state();
        List<DeathPoint> points = model.points(Verb.PREPARE);
        NamespaceState bound = model.state();

        for (DeathPoint point : points) {
            CrashRun run = run(kind);
            run.die(Verb.PREPARE, point);
            run.configurator().preparePodNetworkInterface();
            assertThat(run.state()).as(DeathPoint.describe(point)).isEqualTo(bound);
            assertThat(run.configurator().verify()).as(DeathPoint.describe(point)).isEmpty();
            assertReleased(run, before, DeathPoint.describe(point));
        }
        report(kind, "prepare, then prepare and release", points);
    }

    @ParameterizedTest
    @EnumSource
    void what_was_half_prepared_is_given_back(PodCase kind) {
        CrashRun model = run(kind);
        NamespaceState before = model.state();
        List<DeathPoint> points = model.points(Verb.PREPARE);

        for (DeathPoint point : points) {
            CrashRun run = run(kind);
            run.die(Verb.PREPARE, point);
            assertReleased(run, before, DeathPoint.describe(point));
        }
        report(kind, "prepare, then release", points);
    }

    @ParameterizedTest
    @EnumSource
    void release_goes_on_to_where_it_would_have_come(PodCase kind) {
        NamespaceState before = run(kind).state();
        List<DeathPoint> points = boundRun(kind).points(Verb.RELEASE);

        for (DeathPoint point : points) {
            CrashRun run = boundRun(kind);
            run.die(Verb.RELEASE, point);
            assertReleased(run, before, DeathPoint.describe(point));
        }
        report(kind, "release, then release", points);
    }

    @ParameterizedTest
    @EnumSource
    void what_was_half_released_is_bound_again(PodCase kind) {
        CrashRun model = boundRun(kind);
        List<DeathPoint> points = model.points(Verb.RELEASE);
        NamespaceState before = run(kind).state();

        for (DeathPoint point : points) {
            CrashRun run = boundRun(kind);
            run.die(Verb.RELEASE, point);
            run.configurator().preparePodNetworkInterface();
            assertThat(run.configurator().verify()).as(DeathPoint.describe(point)).isEmpty();
            assertReleased(run, before, DeathPoint.describe(point));
        }
        report(kind, "release, then prepare and release", points);
    }
}
