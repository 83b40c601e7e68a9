package io.podbridge.cli.demo;

import io.podbridge.cli.output.CommandException;
import io.podbridge.netlink.NetlinkHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Gives an ordinary user network namespaces of his own: the program is run again as root of a new user namespace. */
public final class UserNamespace {
    private static final List<String> UNSHARE = List.of("unshare", "--user", "--map-root-user", "--net");

    private UserNamespace() {}

    /** {@return whether this user needs one to make network namespaces} */
    public static boolean isNeeded() {
        return !Tool.run(List.of("unshare", "--net", "true")).isDone();
    }

    /**
     * Runs this program again in a new user namespace, with the same input and output.
     *
     * @param mainClass what is run
     * @param arguments what it is run with
     * @return how it ended
     * @throws CommandException if this user may not make user namespaces either
     */
    public static int rerun(String mainClass, List<String> arguments) {
        List<String> probe = new ArrayList<>(UNSHARE);
        probe.add("true");
        Tool.Result allowed = Tool.run(probe);
        if (!allowed.isDone()) {
            throw new CommandException("cannot make network namespaces, neither as this user nor in a user namespace ("
                    + allowed.output() + "); run the demo as root, or allow user namespaces");
        }
        List<String> command = new ArrayList<>(UNSHARE);
        command.addAll(java(mainClass));
        command.addAll(arguments);
        return run(command);
    }

    /** A signal that ends this program ends the other one too, which then takes away what it made. */
    private static int run(List<String> command) {
        Process again = Tool.start(new ProcessBuilder(command).inheritIO());
        Thread end = new Thread(() -> {
            again.destroy();
            Tool.exitCode(again);
        }, "demo-end");
        Runtime.getRuntime().addShutdownHook(end);
        int exitCode = Tool.exitCode(again);
        ShutdownGuard.remove(end);
        return exitCode;
    }

    private static List<String> java(String mainClass) {
        List<String> words = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        Optional.ofNullable(System.getProperty(NetlinkHandlers.PROPERTY))
                .ifPresent(backend -> words.add("-D" + NetlinkHandlers.PROPERTY + "=" + backend));
        Optional<String> modulePath = Optional.ofNullable(System.getProperty("jdk.module.path"));
        if (modulePath.isPresent()) {
            words.addAll(List.of("--enable-native-access=io.podbridge.panama", "--module-path", modulePath.get(), "--module",
                    UserNamespace.class.getModule().getName() + "/" + mainClass));
        } else {
            words.addAll(List.of("--enable-native-access=ALL-UNNAMED", "--class-path", System.getProperty("java.class.path"),
                    mainClass));
        }
        return words;
    }
}
