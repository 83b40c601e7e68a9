package io.podbridge.cli.command;

import io.podbridge.cli.output.Console;
import java.util.List;
import java.util.Optional;

/** The commands by their names, each made when it is needed: picocli reads the options of every one that it is given, which takes long. */
final class Commands {
    private static final List<String> NAMES = List.of("demo", "show", "plan", "bind", "dhcp", "verify", "release", "list",
            "forget",
            "backends");

    private final Console console;
    private final Class<?> program;

    Commands(Console console, Class<?> program) {
        this.console = console;
        this.program = program;
    }

    /** {@return the names of those that a command line needs: the one that it begins with, or all, as in the help} */
    List<String> needed(List<String> args) {
        return !args.isEmpty() && NAMES.contains(args.get(0)) ? List.of(args.get(0)) : NAMES;
    }

    /** {@return what is wrong with a command line that begins with a word that is no command} */
    static Optional<UsageException> problem(List<String> args) {
        return args.stream().limit(1).filter(first -> !first.startsWith("-") && !first.startsWith("@") && !NAMES.contains(first))
                .findFirst()
                .map(first -> new UsageException(
                        "there is no command '" + first + "'; there are " + String.join(", ", NAMES) + "; see podbridge --help"));
    }

    Subcommand make(String name) {
        return switch (name) {
            case "demo" -> new DemoCommand(console, program);
            case "show" -> new ShowCommand(console);
            case "plan" -> new PlanCommand(console);
            case "bind" -> new BindCommand(console);
            case "dhcp" -> new DhcpCommand(console);
            case "verify" -> new VerifyCommand(console);
            case "release" -> new ReleaseCommand(console);
            case "list" -> new ListCommand(console);
            case "forget" -> new ForgetCommand(console);
            case "backends" -> new BackendsCommand(console);
            default -> throw new IllegalArgumentException("no command is called " + name);
        };
    }
}
