package io.podbridge.cli.command;

import io.podbridge.Bindings;
import io.podbridge.RecordedBinding;
import io.podbridge.cli.output.Console;
import io.podbridge.cli.output.Json;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;

/** Lists what has a journal. */
@Command(description = "every journal: whether its namespace lives, interface and phase")
final class ListCommand extends Subcommand {

    ListCommand(Console console) {
        super(console);
    }

    @Override
    ExitCode run() {
        Bindings bindings = common().bindings(console());
        List<RecordedBinding> found = bindings.list();
        if (common().isJson()) {
            console().line(Json.documents(found, ListCommand::write));
        } else if (found.isEmpty()) {
            console().line("no journals in " + bindings.directory());
        } else {
            console().lines(found.stream().map(ListCommand::describe).toList());
        }
        return ExitCode.DONE;
    }

    /** {@return a binding on one line} */
    static String describe(RecordedBinding binding) {
        return binding.interfaceName().map(name -> String.format("%-10s %-10s %-15s %s (%s)", binding.state(),
                binding.phase().map(Enum::name).orElse(""), name, binding.namespacePath().map(Object::toString).orElse(""),
                binding.file())).orElseGet(() -> String.format("%-10s %s", binding.state(), binding.problem()));
    }

    private static void write(Json json, RecordedBinding binding) {
        json.field("file", binding.file()).field("state", binding.state()).optional("netns", binding.namespacePath())
                .optional("interface", binding.interfaceName()).optional("phase", binding.phase())
                .optional("problem", Optional.of(binding.problem()).filter(problem -> !problem.isEmpty()));
    }
}
