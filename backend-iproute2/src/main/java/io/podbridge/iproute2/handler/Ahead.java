package io.podbridge.iproute2.handler;

import com.google.common.util.concurrent.Uninterruptibles;
import io.podbridge.iproute2.process.Deadline;
import io.podbridge.iproute2.process.ToolException;
import io.podbridge.iproute2.process.Toolbox;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** An {@code ip(8)} that is started by a thread of its own before it is needed: to start one takes as long as some dozens of its answers. */
final class Ahead implements AutoCloseable {
    private final FutureTask<IpProcess> task;

    private Ahead(FutureTask<IpProcess> task) {
        this.task = task;
    }

    static Ahead start(Toolbox tools, Path folder, Deadline deadline) {
        Ahead ahead = new Ahead(new FutureTask<>(() -> IpProcess.start(tools, folder, deadline)));
        Thread thread = new Thread(ahead.task, "podbridge-ahead");
        thread.setDaemon(true);
        thread.start();
        return ahead;
    }

    /** {@return the process, which the caller closes} */
    IpProcess get(Deadline deadline) throws ToolException {
        try {
            return Objects
                    .requireNonNull(Uninterruptibles.getUninterruptibly(task, deadline.left().toNanos(), TimeUnit.NANOSECONDS));
        } catch (TimeoutException e) {
            throw ToolException.late("ip was not there when the deadline had passed");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof ToolException failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    /** Waits for the process in order to end it; if there is none, nobody needs to know why. */
    @Override
    public void close() {
        try {
            Objects.requireNonNull(Uninterruptibles.getUninterruptibly(task)).close();
        } catch (ExecutionException e) {
            System.getLogger(Ahead.class.getName()).log(System.Logger.Level.DEBUG, "a process that was not needed", e);
        }
    }
}
