package io.podbridge.tests.crash;

import io.podbridge.StepFailedException;
import io.podbridge.binding.Phase;
import io.podbridge.netlink.Errno;
import io.podbridge.netlink.FailureKind;
import io.podbridge.netlink.state.NamespaceState;
import io.podbridge.testkit.Faults;
import io.podbridge.tests.matrix.ChangingVerb;
import io.podbridge.tests.matrix.Combinations;
import io.podbridge.tests.matrix.MemoryDirectory;
import io.podbridge.tests.matrix.Tally;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** A binding that takes everything back where a step fails, and what takes it back fails too. */
class RollbackMatrixTest {
    @TempDir(factory = MemoryDirectory.class)
    Path journals;

    static Stream<Arguments> errors() {
        return Combinations.of(PodCase.values(), new String[] {"EIO", "EBUSY"});
    }

    @ParameterizedTest
    @MethodSource("errors")
    void whicheverRequestFailsThePodIsAsBeforeAndHasNoJournal(PodCase kind, String error) {
        Pods pods = new Pods(kind, journals);
        CrashRun model = pods.before(ChangingVerb.PREPARE);
        NamespaceState before = model.state();
        int requests = model.requestsOf(ChangingVerb.PREPARE);
        Tally failed = new Tally();

        for (int request = 1; request <= requests; request++) {
            CrashRun run = pods.before(ChangingVerb.PREPARE);
            Optional<RuntimeException> failure = run.prepareTakingBack(Faults.none().failing(request, Errno.named(error)));
            failed.count(failure.isPresent());
            String why = error + " at request " + request;
            if (failure.isPresent()) {
                assertTakenBack(failure.get(), error, why);
                assertThat(run.state()).as(why).isEqualTo(before);
                assertThat(run.bindings().list()).as(why).isEmpty();
            }
            run.recover(ChangingVerb.PREPARE, before, why);
        }
        failed.report("rollback: " + kind + ": " + error + ": taken back");
    }

    private static void assertTakenBack(RuntimeException failure, String error, String why) {
        assertThat(failure).as(why).isInstanceOfSatisfying(StepFailedException.class, step -> {
            assertThat(step).hasMessageContaining(error).hasMessageEndingWith("; all of it was taken back");
            assertThat(step.phase()).isEqualTo(Phase.PENDING);
            assertThat(step.rollbackFailure()).isEmpty();
        });
    }

    @ParameterizedTest
    @MethodSource("errors")
    void whicheverRequestOfTheRollbackFailsBothFailuresAreToldAndReleaseGoesBack(PodCase kind, String error) {
        Pods pods = new Pods(kind, journals);
        CrashRun model = pods.before(ChangingVerb.PREPARE);
        NamespaceState before = model.state();
        int requests = model.requestsOf(ChangingVerb.PREPARE);
        Tally failed = new Tally();

        for (int request = 1; request <= requests; request++) {
            Faults first = Faults.none().failing(request, Errno.named(error));
            for (int again = request + 1; again <= requestsUntilTakenBack(pods, first); again++) {
                CrashRun run = pods.before(ChangingVerb.PREPARE);
                Optional<RuntimeException> failure = run.prepareTakingBack(first.failing(again, Errno.named("ENOMEM")));
                failed.count(isRollbackFailed(run, failure, error, "request " + request + ", then " + again));
                run.recover(ChangingVerb.RELEASE, before, error + " at request " + request + ", ENOMEM at " + again);
            }
        }
        failed.report("rollback: " + kind + ": " + error + ": failed as well");
    }

    private static int requestsUntilTakenBack(Pods pods, Faults first) {
        CrashRun run = pods.before(ChangingVerb.PREPARE);
        int begun = run.requests();
        run.prepareTakingBack(first);
        return run.requests() - begun;
    }

    /** {@return whether it failed; a release does without some of its requests} */
    private static boolean isRollbackFailed(CrashRun run, Optional<RuntimeException> failure, String error, String why) {
        StepFailedException both = (StepFailedException) failure.orElseThrow();
        if (both.rollbackFailure().isEmpty()) {
            assertTakenBack(both, error, why);
            assertThat(run.bindings().list()).as(why).isEmpty();
            return false;
        }
        assertThat(both.getMessage()).as(why).contains(error).contains("going back failed as well").contains("ENOMEM")
                .endsWith("; call release").doesNotContain("\n");
        assertThat(both.rollbackFailure()).as(why).get().isInstanceOf(StepFailedException.class);
        assertThat(both.phase()).as(why).isEqualTo(Phase.RELEASING);
        assertThat(run.configurator().phase()).as(why).isEqualTo(Phase.RELEASING);
        return true;
    }

    /** Whatever could not be read, a pod that was not bound in the end is as it was. */
    @ParameterizedTest
    @EnumSource
    void whateverCannotBeReadThePodIsAsBefore(PodCase kind) {
        Pods pods = new Pods(kind, journals);
        NamespaceState before = pods.before(ChangingVerb.PREPARE).state();
        Tally failed = new Tally();

        boolean struck = true;
        for (int read = 1; struck; read++) {
            CrashRun run = pods.before(ChangingVerb.PREPARE);
            Optional<RuntimeException> failure = run
                    .prepareTakingBack(Faults.none().failingRead(read, FailureKind.DUMP_INTERRUPTED));
            struck = failure.isPresent();
            String why = "read " + read;
            if (struck) {
                assertThat(run.state()).as(why).isEqualTo(before);
                assertThat(run.bindings().list()).as(why).isEmpty();
                failed.count(true);
            }
            run.recover(ChangingVerb.PREPARE, before, why);
        }
        failed.report("rollback: " + kind + ": a read failed: taken back");
    }
}
