package io.podbridge.tests.crash;

import io.podbridge.StepFailedException;
import io.podbridge.journal.JournalProblem;
import io.podbridge.netlink.Errno;
import io.podbridge.netlink.state.NamespaceState;
import io.podbridge.testkit.Faults;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

/** Each request of a verb is refused once, and each write of the journal: one clear error or none, and the next process recovers. */
class FaultMatrixTest {
    private static final List<String> ERRORS = List.of("EINTR", "ENOBUFS", "EBUSY", "ENOMEM", "EPERM", "ENODEV", "ETIMEDOUT");

    @TempDir
    Path journals;
    private int runs;
    private int refused;

    static Stream<Arguments> verbs() {
        return Stream.of(PodCase.values()).flatMap(kind -> Stream.of(Verb.values()).map(verb -> Arguments.of(kind, verb)));
    }

    private CrashRun before(Verb verb, PodCase kind) {
        runs++;
        return CrashRun.before(verb, kind, journals.resolve(Integer.toString(runs)));
    }

    @ParameterizedTest
    @MethodSource("verbs")
    void a_request_that_is_refused_once_costs_nothing_but_a_call(PodCase kind, Verb verb) {
        NamespaceState before = before(Verb.PREPARE, kind).state();
        CrashRun model = before(verb, kind);
        int begun = model.requests();
        verb.through(model.configurator());
        int requests = model.requests() - begun;

        for (int request = 1; request <= requests; request++) {
            for (String error : ERRORS) {
                for (Verb next : Verb.values()) {
                    CrashRun run = before(verb, kind);
                    refuse(run, verb, request, error);
                    run.recover(next, before, verb + ", " + error + " at request " + request + ", then " + next);
                }
            }
        }
        assertThat(refused).isGreaterThan(requests);
        System.out.println("fault matrix: " + kind + ": " + verb + ": of " + requests * ERRORS.size() * Verb.values().length
                + " runs " + refused + " failed, all recovered");
    }

    private void refuse(CrashRun run, Verb verb, int request, String error) {
        Optional<RuntimeException> failure = run.performWith(Faults.none().failing(request, Errno.named(error)), verb);
        if (failure.isPresent()) {
            refused++;
            assertThat(failure.get()).isInstanceOf(StepFailedException.class).hasMessageContaining(error);
            assertThat(failure.get().getMessage()).doesNotContain("\n");
        }
    }

    @ParameterizedTest
    @MethodSource("verbs")
    void a_journal_that_cannot_be_written_keeps_the_kernel_as_it_was_until_then(PodCase kind, Verb verb) {
        NamespaceState before = before(Verb.PREPARE, kind).state();
        int writes = before(verb, kind).perform(verb, JournalHook.NONE);

        for (int write = 1; write <= writes; write++) {
            for (Verb next : Verb.values()) {
                String why = verb + ", write " + write + " failed, then " + next;
                CrashRun run = before(verb, kind);
                JournalHook full = JournalHook.failing(run.directory(), write);
                int sent = run.requests();
                assertThat(catchThrowable(() -> run.perform(verb, full))).as(why).isInstanceOf(JournalProblem.class);
                if (write == 1) {
                    assertThat(run.requests()).as(why).isEqualTo(sent);
                }
                run.recover(next, before, why);
            }
        }
    }
}
