package io.podbridge.panama.handler;

import java.util.Objects;
import java.util.concurrent.BlockingDeque;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * A thread that nobody else has, to be sent into a namespace. One that has come home is kept for the next who needs one, since to make a
 * thread takes five times as long as to wake one; if nobody needs it for a minute it ends. It never inherits what a caller has in its
 * thread.
 */
final class OwnThread {
    /** As many as the processors of a small machine keep busy; the last to come is the first to go, while what it had is still in the caches. */
    private static final BlockingDeque<OwnThread> SPARE = new LinkedBlockingDeque<>(4);
    private static final long IDLE_SECONDS = 60;

    private final AtomicReference<@Nullable Thread> thread = new AtomicReference<>();
    private final ThreadPoolExecutor executor = new ThreadPoolExecutor(1, 1, IDLE_SECONDS, TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(), this::made);

    private OwnThread() {}

    private Thread made(Runnable work) {
        Thread made = Thread.ofPlatform().daemon().inheritInheritableThreadLocals(false).name("podbridge-namespace")
                .unstarted(work);
        thread.set(made);
        return made;
    }

    /** {@return a thread that is at home and does not end until it is handed back: it may be where another would not be} */
    static OwnThread take() {
        OwnThread spare = SPARE.pollLast();
        OwnThread taken = spare == null ? new OwnThread() : spare;
        taken.executor.allowCoreThreadTimeOut(false);
        return taken;
    }

    /** Hands it back, at home; nothing that was submitted may be left undone. */
    void giveBack() {
        executor.allowCoreThreadTimeOut(true);
        if (!SPARE.offerLast(this)) {
            end();
        }
    }

    /** Lets it die, wherever it is. */
    void end() {
        executor.shutdown();
    }

    boolean isCurrent() {
        return Thread.currentThread() == thread.get();
    }

    <T> Future<T> submit(Callable<T> work) {
        return executor.submit(work);
    }

    /** Interrupts what it does. */
    void interrupt() {
        Objects.requireNonNull(thread.get()).interrupt();
    }
}
