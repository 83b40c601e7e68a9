package io.podbridge.iproute2.process;

import com.google.common.collect.Queues;
import com.google.common.util.concurrent.Uninterruptibles;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A process that is told one line after the other, and what it prints, line by line: its standard error goes into the same pipe, so the
 * order is that in which it was written. For one thread at a time.
 */
final class Talk {
    private static final Duration LAST_BREATH = Duration.ofSeconds(5);

    private final String program;
    private final Process process;
    /** An absent line is the end. */
    private final BlockingQueue<Optional<String>> lines = new LinkedBlockingQueue<>();
    private boolean hasEnded;

    private Talk(String program, Process process) {
        this.program = program;
        this.process = process;
    }

    static Talk start(Toolbox toolbox, List<String> command) throws ToolException {
        Talk talk = new Talk(command.get(0), toolbox.start(command, false));
        Thread thread = new Thread(talk::read, "podbridge-" + command.get(0));
        thread.setDaemon(true);
        thread.start();
        return talk;
    }

    private void read() {
        try (BufferedReader reader = new BufferedReader(
                new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            reader.lines().forEach(line -> lines.add(Optional.of(line)));
        } catch (IOException | UncheckedIOException e) {
            // The pipe is closed under the reader when the process is killed.
            System.getLogger(Talk.class.getName()).log(System.Logger.Level.DEBUG, "the end of " + program, e);
        } finally {
            lines.add(Optional.empty());
        }
    }

    /** Lines that a process does not read, for it has ended, are answered by its end. */
    void say(String text) {
        try {
            OutputStream stream = process.getOutputStream();
            stream.write(text.getBytes(StandardCharsets.UTF_8));
            stream.flush();
        } catch (IOException e) {
            System.getLogger(Talk.class.getName()).log(System.Logger.Level.DEBUG, program + " does not listen", e);
        }
    }

    /** {@return the next line; absent at the end} */
    Optional<String> hear(Deadline deadline) throws ToolException {
        List<Optional<String>> next = new ArrayList<>();
        if (hasEnded) {
            return Optional.empty();
        }
        if (Queues.drainUninterruptibly(lines, next, 1, deadline.left().toNanos(), TimeUnit.NANOSECONDS) == 0) {
            close();
            throw ToolException.timeout(program);
        }
        hasEnded = next.get(0).isEmpty();
        return next.get(0);
    }

    /** A process that has said its last is still there for a moment. */
    boolean isAlive() {
        return !hasEnded && process.isAlive();
    }

    long pid() {
        return process.pid();
    }

    /** Kills it, and waits until it is gone and lets go of what it held. */
    void close() {
        hasEnded = true;
        process.destroyForcibly();
        try {
            Uninterruptibles.getUninterruptibly(process.onExit(), LAST_BREATH.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException | ExecutionException e) {
            // The kernel ends it as soon as it has done what it was asked for last.
            System.getLogger(Talk.class.getName()).log(System.Logger.Level.WARNING, program + " has not ended yet", e);
        }
        closeInput();
    }

    private void closeInput() {
        try {
            process.getOutputStream().close();
        } catch (IOException e) {
            System.getLogger(Talk.class.getName()).log(System.Logger.Level.DEBUG, program + " has ended", e);
        }
    }
}
