package io.podbridge.cli.command;

import io.podbridge.cli.output.Console;
import io.podbridge.cli.output.Json;
import io.podbridge.netlink.NetlinkException;
import io.podbridge.netlink.NetlinkHandlers;
import io.podbridge.netlink.ProviderStatus;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;

/**
 * Shows what can talk to the kernel. It is what one asks when no other command works, so it answers, with exit code 0, whatever the
 * choice leads to: where none would be taken no backend is marked, and the text ends with the error that other commands would give.
 */
@Command(description = "what can talk to the kernel here, and which of them would")
final class BackendsCommand extends Subcommand {

    BackendsCommand(Console console) {
        super(console);
    }

    @Override
    ExitCode run() {
        NetlinkHandlers handlers = common().handlers();
        List<ProviderStatus> found = handlers.statuses();
        if (common().isJson()) {
            console().line(Json.documents(found, BackendsCommand::write));
        } else {
            console().lines(found.stream().map(BackendsCommand::describe).toList());
            problem(handlers).ifPresent(problem -> console().line("none would be taken: " + problem));
        }
        return ExitCode.DONE;
    }

    private static Optional<String> problem(NetlinkHandlers handlers) {
        try {
            handlers.provider();
            return Optional.empty();
        } catch (NetlinkException e) {
            return Optional.ofNullable(e.getMessage());
        }
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
