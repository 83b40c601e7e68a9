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
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A thread inside one network namespace. What it opens (a socket, {@code /dev/net/tun}, a file below {@code /proc/sys/net}) belongs to
 * that namespace, and any thread may use it after that. It goes home when closed, so that it pins the namespace no longer, and dies.
 * Whatever is not ours to say what it opens, it does at home alone: what a listener or a logger would connect to in there is the pod's.
 */
final class NamespaceThread implements AutoCloseable {
    private static final int CLONE_NEWNET = 0x40000000;
    /** The namespace of the calling thread; {@code /proc/self} has that of the process's first thread. */
    private static final Path OWN = Path.of("/proc/thread-self/ns/net");
    private static final System.Logger LOG = System.getLogger(NamespaceThread.class.getName());

    private final AtomicReference<@Nullable Thread> thread = new AtomicReference<>();
    private final ExecutorService executor = Executors.newSingleThreadExecutor(this::made);
    private final AtomicBoolean open = new AtomicBoolean(true);
    private final AtomicBoolean away = new AtomicBoolean();
    /** The namespace, where it is another than the thread's own. */
    private final AtomicReference<@Nullable FileDescriptor> elsewhere = new AtomicReference<>();
    /** The thread's own, opened before it goes elsewhere for the first time. */
    private final AtomicReference<@Nullable FileDescriptor> home = new AtomicReference<>();

    /** Something that is done inside the namespace. */
    interface Task<T> {
        T run() throws SystemCallException;
    }

    private Thread made(Runnable work) {
        Thread made = Thread.ofPlatform().daemon().name("podbridge-namespace").unstarted(work);
        thread.set(made);
        return made;
    }

    /**
     * Enters a namespace; the first thing that is done in the thread. To enter the one that it is in already would need a capability for
     * nothing.
     *
     * @param namespace the namespace
     * @throws NetlinkException if it is gone or may not be entered
     */
    void enter(NetworkNamespace namespace) {
        try {
            FileDescriptor file = FileDescriptor.open(namespace.path().toString(), FileDescriptor.READ_ONLY);
            elsewhere.set(file);
            namespace.confirm();
            if (NetworkNamespace.ofPath(OWN).inode().equals(namespace.inode())) {
                forget(elsewhere);
            } else {
                home.set(FileDescriptor.open(OWN.toString(), FileDescriptor.READ_ONLY));
                goThere(file);
            }
        } catch (SystemCallException e) {
            throw Failures.entering(namespace, e);
        }
    }

    private void goThere(FileDescriptor file) throws SystemCallException {
        file.enter(CLONE_NEWNET);
        away.set(true);
    }

    private static void forget(AtomicReference<@Nullable FileDescriptor> descriptor) {
        FileDescriptor file = descriptor.getAndSet(null);
        if (file != null) {
            file.close();
        }
    }

    /**
     * Runs a task inside the namespace and waits for it, also when the waiting thread is interrupted: what was begun is finished. Who is
     * inside already just runs it.
     *
     * @param task the task
     * @return what it returned
     * @throws SystemCallException if it threw that
     */
    <T> T call(Task<T> task) throws SystemCallException {
        if (Thread.currentThread() == thread.get()) {
            requireOpen();
            return visiting(task);
        }
        try {
            return Objects.requireNonNull(Uninterruptibles.getUninterruptibly(submit(() -> visiting(task))));
        } catch (ExecutionException e) {
            Throwable cause = cause(e);
            Throwables.throwIfInstanceOf(cause, SystemCallException.class);
            throw unchecked(cause);
        }
    }

    private <T> T visiting(Task<T> task) throws SystemCallException {
        FileDescriptor file = elsewhere.get();
        if (file == null || away.get()) {
            return task.run();
        }
        goThere(file);
        try {
            return task.run();
        } finally {
            goHome();
        }
    }

    /**
     * Leaves the namespace until the next task.
     *
     * @return whether it is at home; false where this process may enter the pod's namespace and not its own
     */
    boolean isHomeAgain() {
        try {
            goHome();
            return true;
        } catch (SystemCallException e) {
            LOG.log(System.Logger.Level.DEBUG, "cannot go home", e);
            return false;
        }
    }

    /**
     * Runs somebody's work as if it ran in the calling thread: an interrupt of that reaches the work, one that is left over reaches the
     * calling thread, and what the work throws tells who called.
     *
     * @param work the work
     * @return what came of it
     */
    <T> T insteadOfCaller(Supplier<T> work) {
        // Taken from the caller beforehand, so that it is in the work from its beginning.
        AtomicBoolean interrupted = new AtomicBoolean(Thread.interrupted());
        try {
            return awaited(submit(() -> {
                if (interrupted.get()) {
                    Thread.currentThread().interrupt();
                }
                try {
                    return work.get();
                } finally {
                    interrupted.compareAndSet(false, Thread.interrupted());
                }
            }), interrupted);
        } finally {
            if (interrupted.get()) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private <T> T awaited(Future<T> result, AtomicBoolean interrupted) {
        while (true) {
            try {
                return Objects.requireNonNull(result.get());
            } catch (InterruptedException e) {
                interrupted.set(true);
                Objects.requireNonNull(thread.get()).interrupt();
            } catch (ExecutionException e) {
                Throwable cause = cause(e);
                cause.setStackTrace(Stream.of(cause.getStackTrace(), e.getStackTrace()).flatMap(Stream::of)
                        .toArray(StackTraceElement[]::new));
                throw unchecked(cause);
            }
        }
    }

    private <T> Future<T> submit(Task<T> task) {
        try {
            return executor.submit(task::run);
        } catch (RejectedExecutionException e) {
            throw closed(e);
        }
    }

    private static Throwable cause(ExecutionException e) {
        return e.getCause() == null ? e : e.getCause();
    }

    private static RuntimeException unchecked(Throwable cause) {
        Throwables.throwIfUnchecked(cause);
        return new VerifyException(cause);
    }

    private void requireOpen() {
        if (executor.isShutdown()) {
            throw closed(null);
        }
    }

    private static IllegalStateException closed(@Nullable Throwable cause) {
        return new IllegalStateException("the handler is closed", cause);
    }

    /** The end of a thread comes a moment after this returns, so it goes home first. */
    @Override
    public void close() {
        if (open.compareAndSet(true, false)) {
            try {
                if (Thread.currentThread() == thread.get()) {
                    leave();
                } else {
                    Uninterruptibles.getUninterruptibly(submit(this::leave));
                }
            } catch (ExecutionException e) {
                throw unchecked(cause(e));
            } finally {
                executor.shutdown();
            }
        }
    }

    /** If it cannot, it dies all the same, a moment later, and what was done in there is done. */
    private boolean leave() {
        forget(elsewhere);
        boolean left = isHomeAgain();
        forget(home);
        return left;
    }

    private void goHome() throws SystemCallException {
        if (away.get()) {
            Objects.requireNonNull(home.get()).enter(CLONE_NEWNET);
            away.set(false);
        }
    }
}
