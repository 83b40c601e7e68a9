package io.podbridge.journal;

import io.podbridge.netlink.NetworkNamespace;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * The right to change one interface of one namespace, among all processes, and among all threads and class loaders of this one. It is a lock
 * of {@code fcntl(2)} on a file beside the journal, which the kernel frees when the process ends. An interrupt does not lose it.
 */
public final class BindingLock implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(BindingLock.class.getName());
    private static final long POLL_NANOS = TimeUnit.MILLISECONDS.toNanos(20);
    /** Who has just got the lock writes its name within this time; one that is being killed gives the lock back within it. */
    private static final long UNNAMED_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

    private final LockClaim claim;
    private final FileLock lock;
    private final LockHolder holder;

    private BindingLock(LockClaim claim, FileLock lock, LockHolder holder) {
        this.claim = claim;
        this.lock = lock;
        this.holder = holder;
    }

    /**
     * Takes the lock, and waits for it while somebody else has it.
     *
     * @param directory where the journals are; made with mode 0700 if it is not there
     * @param namespace device and inode of the pod's namespace
     * @param interfaceName the name under which the pod knows the interface
     * @param wait how long to wait; zero for no longer than it takes to learn who has it
     * @return the lock, to be closed by any thread
     * @throws LockBusy if somebody else still has it after that time
     * @throws LockInterrupted if the thread was interrupted while it waited
     * @throws JournalProblem if the lock's files cannot be made
     */
    public static BindingLock acquire(Path directory, NetworkNamespace.Inode namespace, String interfaceName, Duration wait) {
        long begun = System.nanoTime();
        BindingKey key = new BindingKey(namespace, interfaceName);
        JournalDirectory journals = new JournalDirectory(directory.toAbsolutePath());
        journals.make();
        Path home = journals.realPath();
        LockFile file = new LockFile(home.resolve(key + ".lock"));
        LockHolder holder = new LockHolder(home.resolve(key + ".holder"));
        Optional<BindingLock> taken = attempt(file, holder);
        while (taken.isEmpty()) {
            pause(TimeUnit.NANOSECONDS.convert(wait) - (System.nanoTime() - begun), interfaceName, holder);
            taken = attempt(file, holder);
        }
        return taken.get();
    }

    private static Optional<BindingLock> attempt(LockFile file, LockHolder holder) {
        Optional<LockClaim> claim = LockClaim.of(file.path());
        return claim.isPresent() ? attempt(file, holder, claim.get()) : Optional.empty();
    }

    private static Optional<BindingLock> attempt(LockFile file, LockHolder holder, LockClaim claim) {
        Optional<BindingLock> taken = Optional.empty();
        boolean noted = false;
        try {
            taken = file.tryLock().map(lock -> new BindingLock(claim, lock, holder));
            if (taken.isPresent()) {
                holder.write();
                noted = true;
            }
            return taken;
        } catch (IOException e) {
            throw new JournalProblem("lock", file.path(), IoReason.of(e), e);
        } finally {
            if (!noted) {
                taken.ifPresentOrElse(BindingLock::close, claim::release);
            }
        }
    }

    private static void pause(long left, String interfaceName, LockHolder holder) {
        Optional<String> name = holder.name();
        String who = name.orElse("somebody else");
        if (left <= (name.isPresent() ? 0 : -UNNAMED_NANOS)) {
            throw new LockBusy(
                    who + " is working on \"" + interfaceName
                            + "\" of the same network namespace; try again later, or wait longer",
                    who);
        }
        try {
            TimeUnit.NANOSECONDS.sleep(left > 0 ? Math.min(left, POLL_NANOS) : POLL_NANOS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LockInterrupted(
                    "interrupted while waiting for " + who + ", which is working on \"" + interfaceName + "\"", e);
        }
    }

    /**
     * Does something while the lock is held, and gives it back.
     *
     * @param work what to do
     * @param <T> what comes of it
     * @return what came of it
     */
    public <T> T during(Supplier<T> work) {
        try {
            return work.get();
        } finally {
            close();
        }
    }

    /**
     * Gives it back. Harmless if it was given back before. The claim goes last: until the file is closed, nobody else in this process may
     * open it.
     *
     * @throws JournalProblem if the file cannot be closed
     */
    @Override
    public void close() {
        if (!lock.isValid()) {
            return;
        }
        try {
            giveBack();
        } catch (IOException e) {
            throw new JournalProblem("unlock", claim.lockFile(), IoReason.of(e), e);
        } finally {
            claim.release();
        }
    }

    private void giveBack() throws IOException {
        clearNote();
        lock.acquiredBy().close();
    }

    /** The note is for those who wait; one that stays is written over by the next holder, and must not hide what went wrong before. */
    private void clearNote() {
        try {
            holder.clear();
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "the note of who holds " + claim.lockFile() + " stays", e);
        }
    }
}
