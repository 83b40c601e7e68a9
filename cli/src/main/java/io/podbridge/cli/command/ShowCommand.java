package io.podbridge.cli.command;

import io.podbridge.cli.output.Console;
import io.podbridge.cli.output.DotText;
import io.podbridge.cli.output.Json;
import io.podbridge.cli.output.MermaidText;
import io.podbridge.cli.output.NamespaceJson;
import io.podbridge.netlink.NetlinkHandler;
import io.podbridge.netlink.NetworkNamespace;
import io.podbridge.netlink.state.NamespaceState;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows what is in a namespace. */
@Command(description = "links, addresses and routes of a namespace, also as a picture")
final class ShowCommand extends Subcommand {
    @Option(names = "--format", paramLabel = "text|json|mermaid|dot", description = {"for whom (default: text):",
            "text: for people, in the style of ip(8)", "json: for programs", "mermaid: a picture for a Markdown file",
            "dot: a picture for Graphviz"})
    private Optional<Format> format = Optional.empty();

    @Mixin
    private NamespaceOptions namespace = new NamespaceOptions();

    ShowCommand(Console console) {
        super(console);
    }

    /** For whom it is printed. */
    enum Format {
        TEXT,
        JSON,
        MERMAID,
        DOT
    }

    @Override
    ExitCode run() {
        if (common().isJson() && format.isPresent() && format.get() != Format.JSON) {
            throw new UsageException("--json and another --format ask for different things; give one of them");
        }
        print(read(namespace.namespace()));
        return ExitCode.DONE;
    }

    private void print(NamespaceState state) {
        switch (format.orElse(common().isJson() ? Format.JSON : Format.TEXT)) {
            case TEXT -> console().lines(state.lines());
            case JSON -> console().line(Json.document(json -> NamespaceJson.write(json, state)));
            case MERMAID -> console().lines(MermaidText.lines(state));
            case DOT -> console().lines(DotText.lines(state));
        }
    }

    private NamespaceState read(NetworkNamespace where) {
        try (NetlinkHandler handler = common().handlers().open(common().handlerOptions(where, console()))) {
            return NamespaceState.read(handler);
        }
    }
}
