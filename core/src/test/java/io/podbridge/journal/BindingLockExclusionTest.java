package io.podbridge.journal;

import io.podbridge.netlink.NetworkNamespace;
import java.io.File;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.FutureTask;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

/** That one lock keeps out other processes, other class loaders, and other threads, whatever those do. */
class BindingLockExclusionTest {

    @TempDir
    Path directory;

    @Test
    void anotherProcessThatHoldsItIsNamed() throws IOException {
        try (LockingProcess other = LockingProcess.start(directory, "eth0")) {
            assertThatThrownBy(() -> acquire(Duration.ZERO)).isInstanceOfSatisfying(LockBusy.class,
                    busy -> assertThat(busy.holder()).isEqualTo("process " + other.pid()));
        }
    }

    @Test
    void aProcessThatDiedHoldsNothing() throws IOException {
        LockingProcess.start(directory, "eth0").close();

        acquire(Duration.ZERO).close();
    }

    @Test
    void whoeverWaitsForAnotherProcessGetsItWhenThatLetsGo() throws Exception {
        try (LockingProcess other = LockingProcess.start(directory, "eth0")) {
            FutureTask<BindingLock> acquiring = waiting();
            other.letGo();

            acquiring.get().close();
        }
    }

    @Test
    void whoeverWaitsForAnotherThreadGetsItWhenThatLetsGo() throws Exception {
        BindingLock held = acquire(Duration.ZERO);
        FutureTask<BindingLock> acquiring = waiting();
        held.close();

        acquiring.get().close();
    }

    @Test
    void anAttemptOfAnotherThreadDoesNotFreeItForOtherProcesses() {
        BindingLock held = acquire(Duration.ZERO);

        assertThatThrownBy(() -> acquire(Duration.ZERO)).isInstanceOf(LockBusy.class);

        assertThatThrownBy(() -> LockingProcess.start(directory, "eth0")).hasMessageContaining("LockBusy");
        held.close();
    }

    @Test
    void anAttemptOfAnotherClassLoaderIsRefusedAndDoesNotFreeItForOtherProcesses() throws Exception {
        BindingLock held = acquire(Duration.ZERO);

        try (URLClassLoader other = new URLClassLoader(classPath(), ClassLoader.getPlatformClassLoader())) {
            Throwable thrown = catchThrowable(() -> acquireIn(other));

            assertThat(thrown.getClass().getName()).isEqualTo(LockBusy.class.getName());
            assertThat(thrown.getClass().getClassLoader()).isSameAs(other);
            assertThat(thrown).hasMessageStartingWith("another thread of this process");
        }
        assertThatThrownBy(() -> LockingProcess.start(directory, "eth0")).hasMessageContaining("LockBusy");
        held.close();
    }

    @Test
    void anInterruptWhileItIsHeldDoesNotFreeIt() {
        BindingLock held = acquire(Duration.ZERO);
        Thread.currentThread().interrupt();

        FileBindingJournal.of(directory, BindingRecords.INODE, "eth0").write(BindingRecords.full());

        assertThat(Thread.interrupted()).isTrue();
        assertThatThrownBy(() -> LockingProcess.start(directory, "eth0")).hasMessageContaining("LockBusy");
        held.close();
    }

    @Test
    void givingItBackTwiceDoesNotTakeItFromWhoeverHasItNow() {
        BindingLock first = acquire(Duration.ZERO);
        first.close();
        BindingLock second = acquire(Duration.ZERO);

        first.close();

        assertThatThrownBy(() -> acquire(Duration.ZERO)).isInstanceOf(LockBusy.class);
        second.close();
    }

    @Test
    void anotherPathToTheSameDirectoryLeadsToTheSameLock() throws IOException {
        Path real = Files.createDirectory(directory.resolve("real"));
        Path link = Files.createSymbolicLink(directory.resolve("link"), real);
        BindingLock held = BindingLock.acquire(real, BindingRecords.INODE, "eth0", Duration.ZERO);

        assertThatThrownBy(() -> BindingLock.acquire(link, BindingRecords.INODE, "eth0", Duration.ZERO))
                .isInstanceOf(LockBusy.class);
        held.close();
    }

    @Test
    void workThatFailsGivesItBack() {
        assertThatThrownBy(() -> acquire(Duration.ZERO).during(() -> {
            throw new IllegalStateException("work");
        })).hasMessage("work");

        assertThat(acquire(Duration.ZERO).<String>during(() -> "done")).isEqualTo("done");
    }

    @Test
    void aLockFileThatCannotBeMadeIsNamedAndClaimsNothing() {
        String name = "n".repeat(300);
        for (int attempt = 0; attempt < 2; attempt++) {
            assertThatThrownBy(() -> BindingLock.acquire(directory, BindingRecords.INODE, name, Duration.ZERO))
                    .isInstanceOf(JournalProblem.class).hasMessageStartingWith("cannot lock ")
                    .hasMessageContaining(directory.toString()).hasMessageEndingWith("File name too long");
        }
    }

    private BindingLock acquire(Duration wait) {
        return BindingLock.acquire(directory, BindingRecords.INODE, "eth0", wait);
    }

    /** {@return the lock to come, once a thread has found it busy and waits} */
    private FutureTask<BindingLock> waiting() {
        FutureTask<BindingLock> acquiring = new FutureTask<>(() -> acquire(Duration.ofMinutes(5)));
        Thread thread = new Thread(acquiring, "waits for the lock");
        thread.setDaemon(true);
        thread.start();
        while (thread.getState() != Thread.State.TIMED_WAITING && !acquiring.isDone()) {
            Thread.onSpinWait();
        }
        assertThat(acquiring.isDone()).isFalse();
        return acquiring;
    }

    private void acquireIn(ClassLoader loader) throws Throwable {
        Class<?> inodeClass = loader.loadClass(NetworkNamespace.Inode.class.getName());
        Object inode = inodeClass.getConstructor(long.class, long.class).newInstance(BindingRecords.INODE.device(),
                BindingRecords.INODE.number());
        Method acquire = loader.loadClass(BindingLock.class.getName()).getMethod("acquire", Path.class, inodeClass, String.class,
                Duration.class);
        try {
            acquire.invoke(null, directory, inode, "eth0", Duration.ZERO);
        } catch (InvocationTargetException e) {
            throw e.getTargetException();
        }
    }

    private static URL[] classPath() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1)).map(BindingLockExclusionTest::url)
                .toArray(URL[]::new);
    }

    private static URL url(String entry) {
        try {
            return Path.of(entry).toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException(entry, e);
        }
    }
}
