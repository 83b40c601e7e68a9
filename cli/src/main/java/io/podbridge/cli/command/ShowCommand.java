package io.podbridge.cli.command;

import io.podbridge.cli.output.Console;
import io.podbridge.cli.output.Json;
import io.podbridge.cli.output.NamespaceJson;
import io.podbridge.netlink.NetlinkHandler;
import io.podbridge.netlink.NetworkNamespace;
import io.podbridge.netlink.state.NamespaceState;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Shows what is in a namespace. */
@Command(name = "show", description = "links, addresses and routes of a namespace")
final class ShowCommand extends Subcommand {
    @Mixin
    private NamespaceOptions namespace = new NamespaceOptions();

    ShowCommand(Console console) {
        super(console);
    }

    @Override
    ExitCode run() {
        NamespaceState state = read(namespace.namespace());
        if (common().isJson()) {
            console().line(Json.document(json -> NamespaceJson.write(json, state)));
        } else {
            console().lines(state.lines());
        }
        return ExitCode.DONE;
    }

    private NamespaceState read(NetworkNamespace where) {
        try (NetlinkHandler handler = common().handlers().open(common().handlerOptions(where, console()))) {
            return NamespaceState.read(handler);
        }
    }
}
