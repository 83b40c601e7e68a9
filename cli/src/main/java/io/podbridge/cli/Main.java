package io.podbridge.cli;

import io.podbridge.cli.command.PodbridgeCommand;
import io.podbridge.cli.output.Console;
import java.io.PrintWriter;

/**
 * Starts {@code podbridge}. It ends with 0 when all was done, 1 when something failed, 2 for a wrong command line, 3 when a binding has
 * drifted, 4 when a pod is not to be touched, 5 when somebody else works on the interface.
 */
public final class Main {

    private Main() {}

    /**
     * Runs one command and ends the program.
     *
     * @param args the command and its options
     */
    public static void main(String... args) {
        System.exit(PodbridgeCommand.run(Console.ofProcess(), Main.class, args));
    }

    /**
     * Runs one command without ending the program.
     *
     * @param out where results go
     * @param err where errors go
     * @param args the command and its options
     * @return the exit code
     */
    public static int run(PrintWriter out, PrintWriter err, String... args) {
        return PodbridgeCommand.run(new Console(out, err, false), Main.class, args);
    }
}
