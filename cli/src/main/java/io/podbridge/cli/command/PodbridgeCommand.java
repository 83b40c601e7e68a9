package io.podbridge.cli.command;

import io.podbridge.binding.PlaceholderKind;
import io.podbridge.cli.output.Console;
import io.podbridge.guest.HostName;
import io.podbridge.netlink.model.LinkKind;
import io.podbridge.netlink.model.MacAddress;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.ScopeType;

/** {@code podbridge} itself: all commands, and what becomes of an error. */
@Command(name = "podbridge", description = "hands a pod's network over to a VM, and back", mixinStandardHelpOptions = true, scope = ScopeType.INHERIT, footer = {
        "", "ends with 0 done, 1 failed, 2 usage, 3 drift, 4 refused by preflight, 5 busy"})
public final class PodbridgeCommand {
    private PodbridgeCommand() {}

    /**
     * Runs one command.
     *
     * @param console where results and errors go
     * @param program the class whose main method starts all this, for who has to start it again
     * @param args the command and its options
     * @return the exit code
     */
    public static int run(Console console, Class<?> program, String... args) {
        CommandLine line = new CommandLine(new PodbridgeCommand());
        Commands commands = new Commands(console, program);
        Optional<UsageException> problem = Commands.problem(List.of(args));
        if (problem.isPresent()) {
            return failures(console, args).report(problem.get());
        }
        commands.needed(List.of(args)).forEach(name -> line.addSubcommand(name, commands.make(name)));
        return versioned(prepared(line, console)).execute(args);
    }

    /** Once all is put together, or picocli would ask for the version of every command that it is given. */
    private static CommandLine versioned(CommandLine line) {
        Version version = new Version();
        line.getCommandSpec().versionProvider(version);
        line.getSubcommands().values().forEach(command -> command.getCommandSpec().versionProvider(version));
        return line;
    }

    /** Of a command line that was not understood. */
    private static FailureReport failures(Console console, String... args) {
        return new FailureReport(console, List.of(args).contains("--json"), false);
    }

    private static CommandLine prepared(CommandLine line, Console console) {
        return line.registerConverter(MacAddress.class, new Parsed<>(MacAddress::parse))
                .registerConverter(HostName.class, new Parsed<>(HostName::new))
                .registerConverter(LinkKind.class, new Parsed<>(LinkKind::new))
                .registerConverter(PlaceholderKind.class, Parsed.oneOf(PlaceholderKind.class))
                .registerConverter(DhcpCommand.Format.class, Parsed.oneOf(DhcpCommand.Format.class))
                .registerConverter(ShowCommand.Format.class, Parsed.oneOf(ShowCommand.Format.class))
                .setColorScheme(Help.defaultColorScheme(console.isColoured() ? Ansi.ON : Ansi.OFF))
                .setOut(console.out()).setErr(console.err())
                .setParameterExceptionHandler((e, args) -> failures(console, args)
                        .report(new UsageException(e.getMessage() + "; see " + e.getCommandLine().getCommandSpec().qualifiedName()
                                + " --help")))
                .setExecutionExceptionHandler((e, command, parsed) -> command.<Subcommand>getCommand().failures().report(e));
    }
}
