package io.podbridge.tests.crash;

import io.podbridge.BindingInterruptedException;
import io.podbridge.internal.engine.StepFailure;
import io.podbridge.netlink.RequestListener;
import io.podbridge.netlink.state.NamespaceState;
import io.podbridge.tests.matrix.Combinations;
import io.podbridge.tests.matrix.MemoryDirectory;
import io.podbridge.tests.matrix.Tally;
import io.podbridge.tests.matrix.Verb;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

/** The thread is interrupted at every request and at every write of the journal: it ends between two steps, and keeps its flag. */
class InterruptionMatrixTest {
    @TempDir(factory = MemoryDirectory.class)
    Path journals;

    static Stream<Arguments> verbs() {
        return Combinations.of(PodCase.values(), Verb.values());
    }

    @AfterEach
    void takeTheFlagBack() {
        Thread.interrupted();
    }

    private static RequestListener interruptingAfter(int request) {
        AtomicInteger heard = new AtomicInteger();
        return (outcome, time) -> {
            if (heard.incrementAndGet() == request) {
                Thread.currentThread().interrupt();
            }
        };
    }

    @ParameterizedTest
    @MethodSource("verbs")
    void at_a_request(PodCase kind, Verb verb) {
        Pods pods = new Pods(kind, journals);
        NamespaceState before = pods.before(Verb.PREPARE).state();
        int requests = pods.before(verb).requestsOf(verb);
        Tally ended = new Tally();

        for (int request = 1; request <= requests; request++) {
            for (Verb next : Verb.values()) {
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

    @ParameterizedTest
    @MethodSource("verbs")
    void at_a_write_of_the_journal(PodCase kind, Verb verb) {
        Pods pods = new Pods(kind, journals);
        NamespaceState before = pods.before(Verb.PREPARE).state();
        int writes = pods.before(verb).perform(verb, JournalHook.NONE);
        Tally ended = new Tally();

        for (int write = 1; write <= writes; write++) {
            for (Verb next : Verb.values()) {
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
