package io.podbridge.netlink.request;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A command line: the program and its arguments, each apart.
 *
 * @param arguments the program first, such as {@code ip}, then its arguments
 */
public record Command(List<String> arguments) {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_@%+=:,./-]+");

    /**
     * Keeps a copy.
     *
     * @throws IllegalArgumentException if not even a program is given
     */
    public Command {
        arguments = List.copyOf(arguments);
        if (arguments.isEmpty()) {
            throw new IllegalArgumentException("a command has a program");
        }
    }

    /**
     * A command of these words.
     *
     * @param arguments the program first
     * @return the command
     */
    public static Command of(String... arguments) {
        return new Command(List.of(arguments));
    }

    /**
     * The same command with more arguments.
     *
     * @param more what comes after
     * @return the longer command
     */
    public Command with(String... more) {
        List<String> all = new ArrayList<>(arguments);
        all.addAll(List.of(more));
        return new Command(all);
    }

    /** {@return the line as a shell takes it, arguments quoted where that is needed} */
    @Override
    public String toString() {
        return arguments.stream().map(Command::quote).collect(Collectors.joining(" "));
    }

    private static String quote(String argument) {
        return PLAIN.matcher(argument).matches() ? argument : "'" + argument.replace("'", "'\\''") + "'";
    }
}
