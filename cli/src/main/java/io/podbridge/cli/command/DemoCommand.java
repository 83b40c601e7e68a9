package io.podbridge.cli.command;

import io.podbridge.cli.demo.Demo;
import io.podbridge.cli.demo.UserNamespace;
import io.podbridge.cli.output.CommandException;
import io.podbridge.cli.output.Console;
import io.podbridge.netlink.NetlinkHandlerProvider;
import io.podbridge.netlink.NetlinkHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Shows what podbridge does, on a pod that is made for the moment. */
@Command(description = "hand a throwaway pod's network over and back, and show each step; nothing is left behind")
final class DemoCommand extends Subcommand {
    private static final String IN_USER_NAMESPACE = "--in-user-namespace";

    private final Class<?> program;

    @Spec
    private @Nullable CommandSpec spec;

    @Option(names = IN_USER_NAMESPACE, hidden = true)
    private boolean inUserNamespace;

    DemoCommand(Console console, Class<?> program) {
        super(console);
        this.program = program;
    }

    @Override
    ExitCode run() {
        if (common().isJson()) {
            throw new UsageException("the demo is for people and has no --json");
        }
        if (!System.getProperty("os.name").equals("Linux")) {
            throw new CommandException("cannot run the demo on " + System.getProperty("os.name")
                    + ": it needs the network namespaces of Linux");
        }
        if (!inUserNamespace && UserNamespace.isNeeded()) {
            return ExitCode.of(UserNamespace.rerun(program.getName(), again()));
        }
        NetlinkHandlers handlers = common().handlers();
        introduce(handlers.provider());
        boolean asBefore = new Demo(console(), handlers, directory -> common().bindings(directory, console())).run();
        return asBefore ? ExitCode.DONE : ExitCode.FAILED;
    }

    private void introduce(NetlinkHandlerProvider provider) {
        console().line("podbridge demo on Java " + Runtime.version());
        console().line("backend " + provider.id() + ": " + provider.availability().reason());
        if (inUserNamespace) {
            console().line("run again as root of a user namespace, since this user may not make network namespaces");
        }
        console().line("");
    }

    private List<String> again() {
        List<String> arguments = new ArrayList<>(
                Objects.requireNonNull(spec).commandLine().getParseResult().originalArgs());
        arguments.add(IN_USER_NAMESPACE);
        return arguments;
    }
}
