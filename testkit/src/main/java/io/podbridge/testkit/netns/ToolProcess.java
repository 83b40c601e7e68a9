package io.podbridge.testkit.netns;

import com.google.common.base.Splitter;
import io.podbridge.netlink.request.Command;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Runs a program to its end: without a shell, in the C locale, with nothing to read, within a deadline. */
final class ToolProcess {
    private static final Duration DEADLINE = Duration.ofMinutes(2);

    private final Command command;
    private final Process process;
    private final StreamDrain output;
    private final StreamDrain errors;

    private ToolProcess(Command command, Process process) {
        this.command = command;
        this.process = process;
        this.output = StreamDrain.start(process.getInputStream());
        this.errors = StreamDrain.start(process.getErrorStream());
    }

    /** Whether a program is on the path. */
    static boolean isInstalled(String program) {
        return Splitter.on(File.pathSeparatorChar).splitToStream(System.getenv().getOrDefault("PATH", ""))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    static String run(Command command) {
        return run(command, DEADLINE);
    }

    static String run(Command command, Duration deadline) {
        try {
            return start(command).await(deadline);
        } catch (IOException e) {
            throw new ToolFailedException(command, "it could not be started", e);
        }
    }

    private static ToolProcess start(Command command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command.arguments());
        builder.environment().put("LC_ALL", "C");
        builder.redirectInput(new File("/dev/null"));
        return new ToolProcess(command, builder.start());
    }

    private String await(Duration deadline) {
        try {
            if (!process.waitFor(deadline.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new ToolFailedException(command, "it had not ended after " + deadline.toMillis() + " ms and was killed");
            }
            String complaint = errors.text(deadline).strip();
            if (process.exitValue() != 0) {
                throw new ToolFailedException(command, "exit status " + process.exitValue() + ": " + complaint);
            }
            return output.text(deadline);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ToolFailedException(command, "this thread was interrupted, and it was killed", e);
        } catch (TimeoutException e) {
            throw new ToolFailedException(command, "it has ended, but a child of it still holds its output", e);
        } finally {
            process.destroyForcibly();
        }
    }
}
