package io.podbridge.cli.command;

import io.podbridge.cli.output.Console;
import io.podbridge.cli.output.Json;
import io.podbridge.netlink.ProviderStatus;
import java.util.List;
import picocli.CommandLine.Command;

/** Shows what can talk to the kernel. */
@Command(name = "backends", description = "what can talk to the kernel here, and which of them would")
final class BackendsCommand extends Subcommand {

    BackendsCommand(Console console) {
        super(console);
    }

    @Override
    ExitCode run() {
        List<ProviderStatus> found = common().handlers().statuses();
        if (common().isJson()) {
            console().line(Json.documents(found, BackendsCommand::write));
        } else if (found.isEmpty()) {
            console().line("no backends on the class path or module path");
        } else {
            console().lines(found.stream().map(BackendsCommand::describe).toList());
        }
        return ExitCode.DONE;
    }

    private static String describe(ProviderStatus status) {
        return String.format("%s %-10s priority %-3d %s: %s", status.selected() ? "*" : " ", status.id(), status.priority(),
                status.availability().isAvailable() ? "available" : "not available", status.availability().reason());
    }

    private static void write(Json json, ProviderStatus status) {
        json.field("id", status.id()).field("available", status.availability().isAvailable())
                .field("reason", status.availability().reason()).field("priority", status.priority())
                .field("selected", status.selected());
    }
}
