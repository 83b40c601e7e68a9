package io.podbridge.journal;

import io.podbridge.netlink.NetworkNamespace.Inode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class BindingLockTest {
    private static final Inode POD = new Inode(4, 4711);

    @TempDir
    Path directory;

    private BindingLock acquire(Duration wait) {
        return BindingLock.acquire(directory, POD, "eth0", wait);
    }

    @Test
    void whoeverComesWhileItIsHeldIsToldWhoHoldsIt() {
        try (BindingLock held = acquire(Duration.ZERO)) {
            assertThat(held).isNotNull();
            assertThatThrownBy(() -> acquire(Duration.ZERO)).isInstanceOf(LockBusy.class).hasMessageContaining("\"eth0\"")
                    .hasMessageContaining("this process");
        }
        acquire(Duration.ZERO).close();
    }

    @Test
    void whoeverHadItBeforeIsNotNamed() {
        BindingLock before = acquire(Duration.ZERO);
        assertThat(holder()).exists();
        before.close();
        assertThat(holder()).doesNotExist();
    }

    @Test
    void whoeverHasItButIsNotNotedYetIsWaitedForSoThatItCanBeNamed() throws Exception {
        ExecutorService other = Executors.newSingleThreadExecutor();
        try (BindingLock held = acquire(Duration.ZERO)) {
            Path note = Files.move(holder(), directory.resolve("note"));
            assertThatThrownBy(() -> acquire(Duration.ZERO)).isInstanceOf(LockBusy.class)
                    .hasMessageStartingWith("somebody else is working on \"eth0\"");

            Future<BindingLock> attempt = other.submit(() -> acquire(Duration.ZERO));
            Files.move(note, holder());

            assertThatThrownBy(attempt::get).hasRootCauseInstanceOf(LockBusy.class)
                    .hasMessageContaining("another thread of this process");
            assertThat(held).isNotNull();
        } finally {
            other.shutdown();
        }
    }

    private Path holder() {
        return directory.resolve("4-" + POD.number() + "-eth0.holder");
    }

    @Test
    void whoeverWaitsForEverIsNotSentAwayWhileNobodyIsNoted() throws Exception {
        ExecutorService other = Executors.newSingleThreadExecutor();
        try {
            BindingLock held = acquire(Duration.ZERO);
            Files.delete(holder());
            Future<BindingLock> attempt = other.submit(() -> acquire(Duration.ofSeconds(Long.MAX_VALUE)));
            assertThatThrownBy(() -> attempt.get(100, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
            held.close();
            attempt.get().close();
        } finally {
            other.shutdown();
        }
    }

    @Test
    void aNoteThatCannotBeClearedHidesNothing() throws IOException {
        BindingLock held = acquire(Duration.ZERO);
        Files.delete(holder());
        Files.createDirectories(holder().resolve("in-the-way"));
        assertThatThrownBy(() -> held.during(() -> {
            throw new IllegalStateException("what went wrong");
        })).hasMessage("what went wrong");
    }

    @Test
    void otherInterfacesAndOtherNamespacesHaveLocksOfTheirOwn() {
        try (BindingLock held = acquire(Duration.ZERO);
                BindingLock other = BindingLock.acquire(directory, POD, "net1", Duration.ZERO);
                BindingLock elsewhere = BindingLock.acquire(directory, new Inode(4, 4712), "eth0", Duration.ZERO)) {
            assertThat(held).isNotSameAs(other).isNotSameAs(elsewhere);
        }
    }

    @Test
    void whoeverWaitsGetsItWhenItIsGivenBack() throws Exception {
        ExecutorService other = Executors.newSingleThreadExecutor();
        try {
            BindingLock held = acquire(Duration.ZERO);
            Future<BindingLock> waiting = other.submit(() -> acquire(Duration.ofMinutes(1)));
            held.close();
            waiting.get().close();
        } finally {
            other.shutdown();
        }
    }

    @Test
    void whoeverIsInterruptedWhileWaitingKeepsTheFlag() {
        try (BindingLock held = acquire(Duration.ZERO)) {
            Thread.currentThread().interrupt();
            assertThatThrownBy(() -> acquire(Duration.ofMinutes(1))).isInstanceOf(LockInterrupted.class);
            assertThat(Thread.interrupted()).isTrue();
            assertThat(held).isNotNull();
        }
    }

    @Test
    void anInterruptDoesNotLoseIt() throws IOException, InterruptedException {
        Thread.currentThread().interrupt();
        try (BindingLock held = acquire(Duration.ZERO)) {
            assertThat(Thread.interrupted()).isTrue();
            assertThat(held).isNotNull();
            assertThat(inAnotherProcess()).contains("process " + ProcessHandle.current().pid());
        }
        assertThat(inAnotherProcess()).contains("got it");
    }

    @Test
    void closingTwiceIsHarmless() {
        BindingLock held = acquire(Duration.ZERO);
        held.close();
        held.close();
        acquire(Duration.ZERO).close();
    }

    @Test
    void aDirectoryThatCannotBeMadeIsNamed() throws IOException {
        Path file = Files.writeString(directory.resolve("file"), "");
        assertThatThrownBy(() -> BindingLock.acquire(file, POD, "eth0", Duration.ZERO)).isInstanceOf(JournalProblem.class)
                .hasMessageContaining(file.toString());
    }

    private String inAnotherProcess() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
                System.getProperty("java.class.path"), Attempt.class.getName(), directory.toString()).redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        process.waitFor();
        return said;
    }

    /** What another process does: it tries once. */
    static final class Attempt {
        private Attempt() {}

        public static void main(String[] args) {
            try {
                BindingLock.acquire(Path.of(args[0]), POD, "eth0", Duration.ZERO).close();
                System.out.println("got it");
            } catch (LockBusy e) {
                System.out.println(e.sentence());
            }
        }
    }
}
