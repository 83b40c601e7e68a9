package io.podbridge.cli.command;

import io.podbridge.cli.output.Console;
import io.podbridge.netlink.NetlinkException;
import io.podbridge.netlink.RequestListener;
import io.podbridge.netlink.RequestOutcome;
import io.podbridge.netlink.request.Command;
import java.time.Duration;
import java.util.Locale;
import java.util.stream.Collectors;

/** Says each request in the words of ip(8) as it goes, with the time that it took and what became of it. */
final class Trace implements RequestListener {
    private static final double NANOS_PER_MILLI = 1e6;

    private final Console console;

    Trace(Console console) {
        this.console = console;
    }

    @Override
    public void answered(RequestOutcome outcome, Duration time) {
        String commands = outcome.request().commands().stream().map(Command::toString).collect(Collectors.joining("; "));
        String result = outcome.failure().map(NetlinkException::getMessage).orElse("done");
        console.aside(String.format(Locale.ROOT, "%9.3f ms  %s  -> %s", time.toNanos() / NANOS_PER_MILLI, commands, result));
    }
}
