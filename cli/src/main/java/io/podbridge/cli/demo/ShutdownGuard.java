package io.podbridge.cli.demo;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** When the program is told to end, lets one thread take away what it made first, by interrupting it and waiting for it. */
final class ShutdownGuard implements AutoCloseable {
    private static final long LONGEST_SECONDS = 30;

    private final CountDownLatch finished = new CountDownLatch(1);
    private final Thread hook;
    private volatile boolean told;

    private ShutdownGuard(Thread worker) {
        hook = new Thread(() -> stop(worker), "demo-end");
    }

    /** {@return a guard of the thread that calls this} */
    static ShutdownGuard ofThisThread() {
        ShutdownGuard guard = new ShutdownGuard(Thread.currentThread());
        Runtime.getRuntime().addShutdownHook(guard.hook);
        return guard;
    }

    /** {@return whether the program was told to end} */
    boolean isTold() {
        return told;
    }

    private void stop(Thread worker) {
        told = true;
        worker.interrupt();
        try {
            if (!finished.await(LONGEST_SECONDS, TimeUnit.SECONDS)) {
                System.err.println("podbridge: the demo did not end within " + LONGEST_SECONDS + " seconds");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        finished.countDown();
        remove(hook);
    }

    static void remove(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // It runs already; nothing is left for it to do.
            return;
        }
    }
}
