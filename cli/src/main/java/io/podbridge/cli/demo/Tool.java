package io.podbridge.cli.demo;

import io.podbridge.cli.output.CommandException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Another program, run without a shell. */
final class Tool {
    /** Where ip(8) is on some systems, and where an ordinary user does not look. */
    private static final String ADMINISTRATORS_PATH = ":/usr/sbin:/sbin";

    private Tool() {}

    /**
     * What came of a program.
     *
     * @param exitCode how it ended; 0 is well
     * @param output what it printed, errors included
     */
    record Result(int exitCode, String output) {
        boolean isDone() {
            return exitCode == 0;
        }
    }

    static Result run(List<String> command) {
        Process process = start(new ProcessBuilder(command).redirectErrorStream(true));
        try {
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            return new Result(exitCode(process), output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Process start(ProcessBuilder builder) {
        builder.environment().put("LC_ALL", "C");
        builder.environment().merge("PATH", ADMINISTRATORS_PATH, String::concat);
        try {
            return builder.start();
        } catch (IOException e) {
            throw new CommandException("cannot run " + builder.command().get(0)
                    + ", which the demo needs (it is part of util-linux): " + e.getMessage(), e);
        }
    }

    /** Cannot be interrupted: a program that was started is always waited for. */
    static int exitCode(Process process) {
        return process.onExit().join().exitValue();
    }
}
