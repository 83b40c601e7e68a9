package io.podbridge.tests.crash;

import io.podbridge.BindingInterruptedException;
import io.podbridge.internal.engine.StepFailure;
import io.podbridge.netlink.RequestListener;
import io.podbridge.netlink.state.NamespaceState;
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
    @TempDir
    Path journals;
    private int runs;

    static Stream<Arguments> verbs() {
        return Stream.of(PodCase.values()).flatMap(kind -> Stream.of(Verb.values()).map(verb -> Arguments.of(kind, verb)));
    }

    @AfterEach
    void takeTheFlagBack() {
        Thread.interrupted();
    }

    private CrashRun before(Verb verb, PodCase kind) {
        runs++;
        return CrashRun.before(verb, kind, journals.resolve(Integer.toString(runs)));
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
        NamespaceState before = before(Verb.PREPARE, kind).state();
        CrashRun model = before(verb, kind);
        int begun = model.requests();
        verb.through(model.configurator());
        int requests = model.requests() - begun;
        int ended = 0;

        for (int request = 1; request <= requests; request++) {
            for (Verb next : Verb.values()) {
                CrashRun run = before(verb, kind);
                RequestListener interrupting = interruptingAfter(request);
                Optional<Throwable> thrown = Optional
                        .ofNullable(catchThrowable(() -> verb.through(run.configurator(interrupting))));
                assertThat(Thread.interrupted()).as("the flag after request %s", request).isTrue();
                thrown.ifPresent(failure -> assertThat(failure).isInstanceOf(BindingInterruptedException.class));
                ended += thrown.isPresent() ? 1 : 0;
                run.recover(next, before, verb + ", interrupted at request " + request + ", then " + next);
            }
        }
        assertThat(ended).isGreaterThan(requests);
    }

    @ParameterizedTest
    @MethodSource("verbs")
    void at_a_write_of_the_journal(PodCase kind, Verb verb) {
        NamespaceState before = before(Verb.PREPARE, kind).state();
        int writes = before(verb, kind).perform(verb, JournalHook.NONE);

        for (int write = 1; write <= writes; write++) {
            for (Verb next : Verb.values()) {
                CrashRun run = before(verb, kind);
                JournalHook interrupting = JournalHook.interrupting(write);
                Throwable thrown = catchThrowable(() -> run.perform(verb, interrupting));
                assertThat(Thread.interrupted()).as("the flag after write %s", write).isTrue();
                if (thrown != null) {
                    assertThat(thrown).isInstanceOfSatisfying(StepFailure.class,
                            failure -> assertThat(failure.isInterruption()).isTrue());
                }
                run.recover(next, before, verb + ", interrupted at write " + write + ", then " + next);
            }
        }
    }
}
