package io.podbridge.tests.exclusion;

import io.podbridge.testkit.netns.Eventually;
import io.podbridge.tests.cli.Podbridge;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A command that has found the lock held, and waits for it.
 *
 * @param command what will come of it
 */
record Waiting(FutureTask<Podbridge> command) {
    static Waiting start(Callable<Podbridge> command) {
        FutureTask<Podbridge> task = new FutureTask<>(command);
        Thread thread = new Thread(task, "waits for the lock");
        thread.setDaemon(true);
        thread.start();
        Eventually.holds("it waits for the lock, or has ended", () -> isInLock(thread) || task.isDone());
        assertThat(task.isDone()).as("it does not wait").isFalse();
        return new Waiting(task);
    }

    private static boolean isInLock(Thread thread) {
        return thread.getState() == Thread.State.TIMED_WAITING && Arrays.stream(thread.getStackTrace())
                .anyMatch(frame -> frame.getClassName().equals("io.podbridge.journal.BindingLock"));
    }

    Podbridge ended() throws InterruptedException, ExecutionException {
        return command.get();
    }
}
