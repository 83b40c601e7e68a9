package io.podbridge.cli.command;

import io.podbridge.BindingBusyException;
import io.podbridge.BindingException;
import io.podbridge.RefusedException;
import io.podbridge.binding.Refusal;
import io.podbridge.cli.output.CommandException;
import io.podbridge.cli.output.Console;
import io.podbridge.netlink.NetlinkException;

/** Tells what went wrong, and how the program ends. */
final class FailureReport {
    private final Console console;
    private final boolean json;
    private final boolean debug;

    FailureReport(Console console, boolean json, boolean debug) {
        this.console = console;
        this.json = json;
        this.debug = debug;
    }

    int report(Exception failure) {
        if (json) {
            console.aside(FailureJson.of(failure, sentence(failure)));
        } else if (failure instanceof RefusedException refused) {
            refused.refusals().stream().map(Refusal::message).forEach(console::error);
        } else {
            console.error(sentence(failure));
        }
        if (debug) {
            failure.printStackTrace(console.err());
            console.err().flush();
        }
        return exitCode(failure).number();
    }

    /** {@return how the program ends} */
    static ExitCode exitCode(Exception failure) {
        if (failure instanceof UsageException) {
            return ExitCode.USAGE;
        }
        if (failure instanceof BindingBusyException) {
            return ExitCode.BUSY;
        }
        return failure instanceof RefusedException ? ExitCode.REFUSED : ExitCode.FAILED;
    }

    private static String sentence(Exception failure) {
        return isExpected(failure)
                ? String.valueOf(failure.getMessage())
                : "cannot go on, because of a bug in podbridge or in a backend: " + failure + "; --debug prints where it is";
    }

    private static boolean isExpected(Exception failure) {
        return failure instanceof BindingException || failure instanceof NetlinkException || failure instanceof CommandException
                || failure instanceof UsageException;
    }
}
