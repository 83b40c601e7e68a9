package io.podbridge.tests.crash;

import io.podbridge.BindingInterruptedException;
import io.podbridge.internal.engine.StepFailure;
import io.podbridge.netlink.RequestListener;
import io.podbridge.netlink.state.NamespaceState;
import io.podbridge.tests.matrix.BehindRequest;
import io.podbridge.tests.matrix.ChangingVerb;
import io.podbridge.tests.matrix.EveryCombination;
import io.podbridge.tests.matrix.MemoryDirectory;
import io.podbridge.tests.matrix.Tally;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

/** The thread is interrupted at every request and at every write of the journal: it ends between two steps, and keeps its flag. */
class InterruptionMatrixTest {
    @TempDir(factory = MemoryDirectory.class)
    Path journals;

    @AfterEach
    void takeTheFlagBack() {
        Thread.interrupted();
    }

    private static RequestListener interruptingAfter(int request) {
        return new BehindRequest(request, () -> Thread.currentThread().interrupt());
    }

    @EveryCombination
    void atARequest(PodCase kind, ChangingVerb verb) {
        Pods pods = new Pods(kind, journals);
        NamespaceState before = pods.before(ChangingVerb.PREPARE).state();
        int requests = pods.before(verb).requestsOf(verb);
        Tally ended = new Tally();

        for (int request = 1; request <= requests; request++) {
            for (ChangingVerb next : ChangingVerb.values()) {
                CrashRun run = pods.before(verb);
                RequestListener interrupting = interruptingAfter(request);
                Optional<Throwable> thrown = Optional
                        .ofNullable(catchThrowable(() -> verb.through(run.configurator(interrupting))));
                assertThat(Thread.interrupted()).as("the flag after request %s", request).isTrue();
                thrown.ifPresent(failure -> assertThat(failure).isInstanceOf(BindingInterruptedException.class));
                ended.count(thrown.isPresent());
                run.recover(next, before, verb + ", interrupted at request " + request + ", then " + next);
            }
        }
        ended.report("interrupted: " + kind + ": " + verb + ": ended");
    }

    @EveryCombination
    void atAWriteOfTheJournal(PodCase kind, ChangingVerb verb) {
        Pods pods = new Pods(kind, journals);
        NamespaceState before = pods.before(ChangingVerb.PREPARE).state();
        int writes = pods.before(verb).perform(verb, JournalHook.NONE);
        Tally ended = new Tally();

        for (int write = 1; write <= writes; write++) {
            for (ChangingVerb next : ChangingVerb.values()) {
                CrashRun run = pods.before(verb);
                JournalHook interrupting = JournalHook.interrupting(write);
                Throwable thrown = catchThrowable(() -> run.perform(verb, interrupting));
                assertThat(Thread.interrupted()).as("the flag after write %s", write).isTrue();
                if (thrown != null) {
                    assertThat(thrown).isInstanceOfSatisfying(StepFailure.class,
                            failure -> assertThat(failure.isInterruption()).isTrue());
                }
                ended.count(thrown != null);
                run.recover(next, before, verb + ", interrupted at write " + write + ", then " + next);
            }
        }
        ended.report("interrupted: " + kind + ": " + verb + ": ended by a write");
    }
}
