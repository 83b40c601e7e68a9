package io.podbridge.cli.command;

import io.podbridge.cli.output.Console;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;

/** A command: it prints what it found or did, and answers how the program ends. */
abstract class Subcommand implements Callable<Integer> {
    @Mixin
    private CommonOptions common = new CommonOptions();

    private final Console console;

    Subcommand(Console console) {
        this.console = console;
    }

    CommonOptions common() {
        return common;
    }

    Console console() {
        return console;
    }

    /** {@return where it tells what goes wrong} */
    FailureReport failures() {
        return new FailureReport(console, common.isJson(), common.isDebug());
    }

    abstract ExitCode run();

    @Override
    public final Integer call() {
        return run().number();
    }
}
