package io.podbridge.panama.handler;

import com.google.common.base.Throwables;
import com.google.common.base.VerifyException;
import com.google.common.util.concurrent.Uninterruptibles;
import io.podbridge.netlink.NetlinkException;
import io.podbridge.netlink.NetworkNamespace;
import io.podbridge.panama.ffi.FileDescriptor;
import io.podbridge.panama.ffi.SystemCallException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A thread inside one network namespace. What it opens (a socket, {@code /dev/net/tun}, a file below {@code /proc/sys/net}) belongs to
 * that namespace, and any thread may use it after that. It goes home when closed, so that it pins the namespace no longer, and dies; it
 * never does anything else, since a pooled thread in the wrong namespace is a trap.
 */
final class NamespaceThread implements AutoCloseable {
    private static final int CLONE_NEWNET = 0x40000000;
    /** The namespace of the calling thread; {@code /proc/self} has that of the process's first thread. */
    private static final Path OWN = Path.of("/proc/thread-self/ns/net");

    private final ExecutorService thread = Executors
            .newSingleThreadExecutor(Thread.ofPlatform().daemon().name("podbridge-namespace").factory());
    private final AtomicBoolean open = new AtomicBoolean(true);
    private final NetworkNamespace namespace;

    private NamespaceThread(NetworkNamespace namespace) {
        this.namespace = namespace;
    }

    /** Something that is done inside the namespace. */
    interface Task<T> {
        T run() throws SystemCallException;
    }

    static NamespaceThread enter(NetworkNamespace namespace) {
        NamespaceThread entered = new NamespaceThread(namespace);
        try {
            entered.call(entered::enter);
            return entered;
        } catch (SystemCallException e) {
            entered.thread.shutdown();
            throw Failures.entering(namespace, e);
        } catch (RuntimeException e) {
            entered.thread.shutdown();
            throw e;
        }
    }

    /** To enter the namespace that it is in already would need a capability for nothing. */
    private Path enter() throws SystemCallException {
        try (FileDescriptor file = FileDescriptor.open(namespace.path().toString(), FileDescriptor.READ_ONLY)) {
            namespace.confirm();
            if (!NetworkNamespace.ofPath(OWN).inode().equals(namespace.inode())) {
                file.enter(CLONE_NEWNET);
            }
        }
        return OWN;
    }

    /**
     * Runs a task inside the namespace and waits for it, also when the waiting thread is interrupted: what was begun is finished.
     *
     * @param task the task
     * @return what it returned
     * @throws SystemCallException if it threw that
     */
    <T> T call(Task<T> task) throws SystemCallException {
        try {
            Future<T> result = thread.submit(task::run);
            return Objects.requireNonNull(Uninterruptibles.getUninterruptibly(result));
        } catch (RejectedExecutionException e) {
            throw new IllegalStateException("the handler is closed", e);
        } catch (ExecutionException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            Throwables.throwIfInstanceOf(cause, SystemCallException.class);
            Throwables.throwIfUnchecked(cause);
            throw new VerifyException(cause);
        }
    }

    /** The end of a thread comes a moment after this returns, so it goes home first. */
    @Override
    public void close() {
        if (open.compareAndSet(true, false)) {
            try {
                call(NamespaceThread::goHome);
            } catch (SystemCallException | NetlinkException e) {
                // It dies all the same, a moment later, and what was done in there is done.
                System.getLogger(NamespaceThread.class.getName()).log(System.Logger.Level.DEBUG, "going home", e);
            } finally {
                thread.shutdown();
            }
        }
    }

    private static Path goHome() throws SystemCallException {
        Path home = Path.of("/proc/self/ns/net");
        if (!NetworkNamespace.ofPath(OWN).inode().equals(NetworkNamespace.ofPath(home).inode())) {
            try (FileDescriptor file = FileDescriptor.open(home.toString(), FileDescriptor.READ_ONLY)) {
                file.enter(CLONE_NEWNET);
            }
        }
        return home;
    }
}
