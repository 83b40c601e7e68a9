package io.podbridge.iproute2.process;

import com.google.common.util.concurrent.Uninterruptibles;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Runs programs to their end, or starts those that stay, in this process's namespace or in another. */
public final class Toolbox {
    private final Launcher launcher;
    private final Optional<Path> namespace;
    private final Optional<Path> directory;

    private Toolbox(Launcher launcher, Optional<Path> namespace, Optional<Path> directory) {
        this.launcher = launcher;
        this.namespace = namespace;
        this.directory = directory;
    }

    /**
     * Programs in the namespace that they inherit.
     *
     * @param path where they are looked for
     * @return the toolbox
     */
    public static Toolbox here(SearchPath path) {
        return new Toolbox(new Launcher(path), Optional.empty(), Optional.empty());
    }

    /**
     * The same programs inside a namespace.
     *
     * @param file a file of the namespace, such as {@code /proc/PID/ns/net}
     * @return the toolbox
     */
    public Toolbox inside(Path file) {
        return new Toolbox(launcher, Optional.of(file), directory);
    }

    /** {@return the same programs in a directory of the namespace} */
    Toolbox at(Path folder) {
        return new Toolbox(launcher, namespace, Optional.of(folder));
    }

    /**
     * Runs a program that reads nothing.
     *
     * @param deadline when it is killed
     * @param command the program and its arguments
     * @return what it printed, and its exit status
     * @throws ToolException if it could not be started, or was killed
     */
    public ToolResult run(Deadline deadline, List<String> command) throws ToolException {
        return run(deadline, "", command);
    }

    /**
     * Runs a program.
     *
     * @param deadline when it is killed
     * @param input what it reads: short enough for a pipe, which holds 4096 bytes at least
     * @param command the program and its arguments
     * @return what it printed, and its exit status
     * @throws ToolException if it could not be started, or was killed
     */
    public ToolResult run(Deadline deadline, String input, List<String> command) throws ToolException {
        Process process = start(command, true);
        Drain output = Drain.start(process.getInputStream());
        Drain errors = Drain.start(process.getErrorStream());
        try {
            feed(process, input);
            Uninterruptibles.getUninterruptibly(process.onExit(), deadline.left().toNanos(), TimeUnit.NANOSECONDS);
            return entered(new ToolResult(process.exitValue(), output.text(deadline), errors.text(deadline)));
        } catch (TimeoutException e) {
            throw ToolException.timeout(command.get(0));
        } catch (ExecutionException | IOException e) {
            throw ToolException.broken(command.get(0), e);
        } finally {
            process.destroyForcibly();
        }
    }

    private static ToolResult entered(ToolResult result) throws ToolException {
        if (!result.isSuccess()) {
            Entrance.requirePassed(result.errors());
        }
        return result;
    }

    /**
     * Refuses words that no program can be told.
     *
     * @param words a command, or part of one
     * @throws ToolException UNSPEAKABLE if a word has a zero byte, or a character that this JVM cannot put on a command line
     */
    public void requireSpeakable(List<String> words) throws ToolException {
        launcher.requireSpeakable(words);
    }

    /** A program that does not read, or has ended already, says itself why. */
    private static void feed(Process process, String input) {
        try (OutputStream stream = process.getOutputStream()) {
            stream.write(input.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            System.getLogger(Toolbox.class.getName()).log(System.Logger.Level.DEBUG, "a program did not read its input", e);
        }
    }

    Process start(List<String> command, boolean errorsApart) throws ToolException {
        return launcher.start(namespace, directory, command, errorsApart);
    }
}
