package io.podbridge.cli.output;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.Collectors;

/**
 * Where results and errors go. A reader that goes away, such as {@code head}, is no error: what comes after is lost and nothing is
 * said.
 */
public final class Console {
    private static final String BOLD = "\u001b[1m";
    private static final String PLAIN = "\u001b[0m";

    private final PrintWriter out;
    private final PrintWriter err;
    private final boolean coloured;

    /**
     * Writes to these.
     *
     * @param out where results go
     * @param err where errors go
     * @param coloured whether a terminal reads the results
     */
    public Console(PrintWriter out, PrintWriter err, boolean coloured) {
        this.out = out;
        this.err = err;
        this.coloured = coloured;
    }

    /** {@return the console of this process: UTF-8 whatever the locale, coloured on a terminal unless {@code NO_COLOR} is set} */
    public static Console ofProcess() {
        return new Console(writer(FileDescriptor.out), writer(FileDescriptor.err), isTerminal() && isColourWanted());
    }

    /** {@return where results go} */
    public PrintWriter out() {
        return out;
    }

    /** {@return where errors go} */
    public PrintWriter err() {
        return err;
    }

    /** {@return whether a terminal reads the results} */
    public boolean isColoured() {
        return coloured;
    }

    /**
     * Prints a line of the result.
     *
     * @param line the line
     */
    public void line(String line) {
        out.println(line);
        out.flush();
    }

    /**
     * Prints lines of the result.
     *
     * @param lines the lines
     */
    public void lines(Iterable<String> lines) {
        lines.forEach(out::println);
        out.flush();
    }

    /**
     * Prints a line of the result that stands out.
     *
     * @param line the line
     */
    public void heading(String line) {
        line(coloured ? BOLD + line + PLAIN : line);
    }

    /**
     * Prints a sentence about what went wrong, on one line whatever is in it.
     *
     * @param sentence the sentence
     */
    public void error(String sentence) {
        err.println("podbridge: " + oneLine(sentence));
        err.flush();
    }

    /**
     * Prints a line beside the results, such as of the trace.
     *
     * @param line the line
     */
    public void aside(String line) {
        err.println(oneLine(line));
        err.flush();
    }

    /** Names come from outside and may hold anything. */
    private static String oneLine(String text) {
        IntFunction<String> shown = c -> Character.isISOControl(c)
                ? String.format("\\u%04x", c)
                : Character.toString(c);
        return text.codePoints().mapToObj(shown).collect(Collectors.joining());
    }

    private static PrintWriter writer(FileDescriptor descriptor) {
        return new PrintWriter(new OutputStreamWriter(new FileOutputStream(descriptor), StandardCharsets.UTF_8));
    }

    private static boolean isColourWanted() {
        return Optional.ofNullable(System.getenv("NO_COLOR")).orElse("").isEmpty()
                && !"dumb".equals(System.getenv("TERM"));
    }

    /** {@code System.console()} means different things from one Java to the next; the descriptor does not. */
    private static boolean isTerminal() {
        try {
            String device = Files.readSymbolicLink(Path.of("/proc/self/fd/1")).toString();
            return device.startsWith("/dev/pts/") || device.startsWith("/dev/tty") || device.equals("/dev/console");
        } catch (IOException | UnsupportedOperationException e) {
            return false;
        }
    }
}
