package io.podbridge.iproute2.handler;

import com.google.common.util.concurrent.Uninterruptibles;
import io.podbridge.iproute2.process.Batch;
import io.podbridge.iproute2.process.Deadline;
import io.podbridge.iproute2.process.ToolException;
import io.podbridge.iproute2.process.Toolbox;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/** What an open handler holds: its place in the namespace, and the processes that wait there to be asked. One call at a time. */
final class Session implements AutoCloseable {
    private final ReentrantLock lock = new ReentrantLock();
    private final Toolbox here;
    private final Duration deadline;
    private final Residents residents;
    private final Map<List<String>, Batch> batches = new HashMap<>();
    private volatile boolean isOpen = true;

    Session(Residents residents, Toolbox here, Duration deadline) {
        this.residents = residents;
        this.here = here;
        this.deadline = deadline;
    }

    /** Something that is done inside the namespace, within one deadline. */
    interface Task<T> {
        T run(Call call) throws ToolException;
    }

    <T> T call(Task<T> task) throws ToolException {
        Deadline end = Deadline.in(deadline);
        if (!Uninterruptibles.tryLockUninterruptibly(lock, end.left().toNanos(), TimeUnit.NANOSECONDS)) {
            throw ToolException.late("another thread's call was not over when the deadline had passed");
        }
        try {
            requireOpen();
            return task.run(new Call(this, end));
        } finally {
            lock.unlock();
        }
    }

    /** Waits for no call of another thread. */
    void requireOpen() {
        if (!isOpen) {
            throw new IllegalStateException("the handler is closed");
        }
    }

    /** {@return what starts programs in the namespace, as long as that is held} */
    Toolbox tools() throws ToolException {
        return here.inside(residents.namespace());
    }

    Residents residents() {
        return residents;
    }

    /** A batch that has ended, by a deadline or by itself, is followed by a new one. */
    Batch batch(List<String> command) throws ToolException {
        Batch running = batches.get(command);
        if (running != null && running.isAlive()) {
            return running;
        }
        if (running != null) {
            running.close();
        }
        Batch started = Batch.start(tools(), command);
        batches.put(command, started);
        return started;
    }

    @Override
    public void close() {
        lock.lock();
        try {
            isOpen = false;
            batches.values().forEach(Batch::close);
            batches.clear();
            residents.close();
        } finally {
            lock.unlock();
        }
    }
}
