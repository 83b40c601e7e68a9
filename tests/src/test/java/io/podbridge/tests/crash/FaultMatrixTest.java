package io.podbridge.tests.crash;

import io.podbridge.StepFailedException;
import io.podbridge.journal.JournalProblem;
import io.podbridge.netlink.Errno;
import io.podbridge.netlink.state.NamespaceState;
import io.podbridge.testkit.Faults;
import io.podbridge.tests.matrix.ChangingVerb;
import io.podbridge.tests.matrix.EveryCombination;
import io.podbridge.tests.matrix.MemoryDirectory;
import io.podbridge.tests.matrix.Tally;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

/** Each request of a verb is refused once, and each write of the journal: one clear error or none, and the next process recovers. */
class FaultMatrixTest {
    private static final List<String> ERRORS = List.of("EINTR", "ENOBUFS", "EBUSY", "ENOMEM", "EPERM", "ENODEV", "ETIMEDOUT");

    @TempDir(factory = MemoryDirectory.class)
    Path journals;

    @EveryCombination
    void aRequestThatIsRefusedOnceCostsNothingButACall(PodCase kind, ChangingVerb verb) {
        Pods pods = new Pods(kind, journals);
        NamespaceState before = pods.before(ChangingVerb.PREPARE).state();
        int requests = pods.before(verb).requestsOf(verb);
        Tally refused = new Tally();

        for (int request = 1; request <= requests; request++) {
            for (String error : ERRORS) {
                for (ChangingVerb next : ChangingVerb.values()) {
                    CrashRun run = pods.before(verb);
                    refused.count(isRefused(run, verb, request, error));
                    run.recover(next, before, verb + ", " + error + " at request " + request + ", then " + next);
                }
            }
        }
        refused.report("fault matrix: " + kind + ": " + verb + ": failed");
    }

    private static boolean isRefused(CrashRun run, ChangingVerb verb, int request, String error) {
        Optional<RuntimeException> failure = run.performWith(Faults.none().failing(request, Errno.named(error)), verb);
        failure.ifPresent(thrown -> assertThat(thrown).isInstanceOf(StepFailedException.class).message().contains(error)
                .doesNotContain("\n"));
        return failure.isPresent();
    }

    @EveryCombination
    void aJournalThatCannotBeWrittenKeepsTheKernelAsItWasUntilThen(PodCase kind, ChangingVerb verb) {
        Pods pods = new Pods(kind, journals);
        NamespaceState before = pods.before(ChangingVerb.PREPARE).state();
        int writes = pods.before(verb).perform(verb, JournalHook.NONE);
        Tally failed = new Tally();

        for (int write = 1; write <= writes; write++) {
            for (ChangingVerb next : ChangingVerb.values()) {
                String why = verb + ", write " + write + " failed, then " + next;
                CrashRun run = pods.before(verb);
                JournalHook full = JournalHook.failing(run.directory(), write);
                int sent = run.requests();
                assertThat(catchThrowable(() -> run.perform(verb, full))).as(why).isInstanceOf(JournalProblem.class);
                if (write == 1) {
                    assertThat(run.requests()).as(why).isEqualTo(sent);
                }
                run.recover(next, before, why);
                failed.count(true);
            }
        }
        failed.report("fault matrix: " + kind + ": " + verb + ": the journal failed");
    }
}
