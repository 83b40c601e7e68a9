package io.podbridge.cli.command;

import io.podbridge.BindingBusyException;
import io.podbridge.BindingException;
import io.podbridge.JournalException;
import io.podbridge.RecordedBinding;
import io.podbridge.RecordedBinding.State;
import io.podbridge.cli.output.CommandException;
import io.podbridge.cli.output.Console;
import io.podbridge.cli.output.Json;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Removes journals of namespaces that are gone. */
@Command(description = "remove journals of namespaces that are gone: all of them, or that of one interface")
final class ForgetCommand extends Subcommand {
    @Option(names = "--gone", description = "all of them")
    private boolean gone;

    @Mixin
    private NamespaceOptions namespace = new NamespaceOptions();

    @Mixin
    private NicOptions nic = new NicOptions();

    ForgetCommand(Console console) {
        super(console);
    }

    @Override
    ExitCode run() {
        if (gone == namespace.areGiven()) {
            throw new UsageException("forget takes --gone, or one namespace (--netns or --pid), and not both");
        }
        List<RecordedBinding> chosen = gone ? allGone() : named();
        List<BindingException> problems = new ArrayList<>();
        List<RecordedBinding> forgotten = chosen.stream().filter(binding -> isForgotten(binding, problems)).toList();
        if (common().isJson()) {
            console()
                    .line(Json.document(json -> json.texts("forgotten", forgotten.stream().map(RecordedBinding::file).toList())));
        } else if (chosen.isEmpty()) {
            console().line("nothing to forget");
        } else if (!forgotten.isEmpty()) {
            console().line("forgotten:");
            console().lines(forgotten.stream().map(ListCommand::describe).toList());
        }
        problems.forEach(failures()::report);
        return problems.stream().map(FailureReport::exitCode).reduce((one, other) -> one == other ? one : ExitCode.FAILED)
                .orElse(ExitCode.DONE);
    }

    /** One may be held by somebody who is just binding a new pod of the same inode; that is no reason to keep the others. */
    private static boolean isForgotten(RecordedBinding binding, List<BindingException> problems) {
        try {
            binding.forget();
            return true;
        } catch (BindingBusyException | JournalException e) {
            problems.add(e);
            return false;
        }
    }

    private List<RecordedBinding> allGone() {
        return journals().stream().filter(binding -> binding.state() == State.GONE).toList();
    }

    private List<RecordedBinding> named() {
        String name = nic.binding().interfaceName();
        Optional<Path> path = namespace.path();
        List<RecordedBinding> found = journals().stream()
                .filter(binding -> binding.namespacePath().equals(path) && binding.interfaceName().equals(Optional.of(name)))
                .toList();
        found.stream().filter(binding -> binding.state() != State.GONE).findFirst().ifPresent(binding -> {
            throw new CommandException("cannot forget \"" + name + "\" of " + path.map(Path::toString).orElse("")
                    + ": the namespace lives, and its journal may be the only copy of the pod's addresses and routes;"
                    + " release it instead");
        });
        if (found.isEmpty()) {
            journals().stream().filter(binding -> binding.state() == State.UNREADABLE).findFirst().ifPresent(binding -> {
                throw new CommandException("there is no journal of \"" + name + "\" that can be read, and one that cannot: "
                        + binding.problem());
            });
        }
        return found;
    }

    private List<RecordedBinding> journals() {
        return common().bindings(console()).list();
    }
}
