package io.podbridge.tests.exclusion;

import io.podbridge.BindingBusyException;
import io.podbridge.BindingInterruptedException;
import io.podbridge.Bindings;
import io.podbridge.BridgePodNetworkConfigurator;
import io.podbridge.PreparedPod;
import io.podbridge.RecordedBinding;
import io.podbridge.binding.Phase;
import io.podbridge.testkit.NetnsExtension;
import io.podbridge.testkit.TestPod;
import io.podbridge.tests.matrix.Backend;
import io.podbridge.tests.matrix.ChangingVerb;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ThreadFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Threads and class loaders of one process want to bind or release the same interface; the one that is at it is stopped half-way. */
@ExtendWith(NetnsExtension.class)
class OneProcessTest {
    @TempDir
    Path journals;

    private final Stop stop = new Stop();
    private TestPod pod;
    private Contest contest;

    @BeforeEach
    void begin(TestPod made) {
        pod = made;
        contest = new Contest(made, journals);
    }

    @AfterEach
    void letGo() {
        stop.letGo();
    }

    private Bindings bindings() {
        return Bindings.in(journals).withHandlers(Backend.PANAMA.handlers());
    }

    private BridgePodNetworkConfigurator configurator(Bindings bindings) {
        return bindings.configurator(pod.namespace(), Holder.BINDING);
    }

    /** A thread that has stopped half-way. */
    private FutureTask<PreparedPod> stopped(Threads threads, List<Thread> made) {
        FutureTask<PreparedPod> binding = new FutureTask<>(
                configurator(bindings().withListener(stop))::preparePodNetworkInterface);
        Thread thread = threads.factory().newThread(binding);
        made.add(thread);
        thread.start();
        stop.awaitReached();
        return binding;
    }

    @ParameterizedTest
    @EnumSource
    void anotherThreadIsRefusedAndOneThatWaitsComesNext(Threads threads) throws Exception {
        FutureTask<PreparedPod> first = stopped(threads, new ArrayList<>());
        for (ChangingVerb verb : ChangingVerb.values()) {
            assertThatThrownBy(() -> verb.through(configurator(bindings()))).isInstanceOfSatisfying(BindingBusyException.class,
                    busy -> assertThat(busy.holder()).isEqualTo("another thread of this process"));
        }
        Waiting second = contest.waiting(ChangingVerb.PREPARE);
        stop.letGo();

        assertThat(first.get().changed()).isTrue();
        assertThat(second.ended().out()).contains("nothing had to be changed");
        contest.ends();
    }

    @Test
    void anotherClassLoaderIsRefusedAndComesNext() throws Throwable {
        FutureTask<PreparedPod> first = stopped(Threads.PLATFORM, new ArrayList<>());
        assertThatThrownBy(() -> OtherLoader.bindThere(pod.pod().name(), journals))
                .isNotInstanceOf(BindingBusyException.class).extracting(thrown -> thrown.getClass().getName())
                .isEqualTo(BindingBusyException.class.getName());
        stop.letGo();
        first.get();

        OtherLoader.bindThere(pod.pod().name(), journals);
        contest.ends();
    }

    /** What would free a lock on the journal itself: it is read, moved over and closed, and the thread that works is interrupted. */
    @ParameterizedTest
    @EnumSource
    void nothingThatBefallsTheJournalFreesTheLock(Threads threads) throws Exception {
        List<Thread> made = new ArrayList<>();
        FutureTask<PreparedPod> first = stopped(threads, made);
        assertThat(bindings().list()).extracting(RecordedBinding::phase).singleElement().asString().contains("PREPARING");
        assertThat(configurator(bindings()).phase()).isEqualTo(Phase.PREPARING);
        moveOver(bindings().list().get(0).file());
        made.forEach(Thread::interrupt);

        assertThat(contest.process(ChangingVerb.PREPARE).ended().err())
                .contains("process " + ProcessHandle.current().pid() + " is working");
        stop.letGo();

        assertThatThrownBy(first::get).isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(BindingInterruptedException.class);
        assertThat(contest.command(ChangingVerb.PREPARE).exit()).isZero();
        contest.ends();
    }

    private static void moveOver(Path journal) throws IOException {
        Path copy = Files.copy(journal, journal.resolveSibling("copy"));
        Files.move(copy, journal, StandardCopyOption.ATOMIC_MOVE);
    }

    @ParameterizedTest
    @EnumSource
    void ofManyThreadsAtOnceThatWaitOneBindsAndTheOthersFindItBound(Threads threads) throws Exception {
        int many = 16;
        ThreadFactory factory = threads.factory();
        List<FutureTask<PreparedPod>> tasks = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            tasks.add(new FutureTask<>(configurator(bindings().withWait(Duration.ofMinutes(2)))::preparePodNetworkInterface));
        }
        tasks.forEach(task -> factory.newThread(task).start());
        List<Boolean> changed = new ArrayList<>();
        for (FutureTask<PreparedPod> task : tasks) {
            changed.add(task.get().changed());
        }
        assertThat(changed).hasSize(many).containsOnlyOnce(true);
        contest.ends();
    }
}
