package io.podbridge.tests.documents;

import io.podbridge.tests.cli.Podbridge;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What {@code podbridge --help} says there is. */
final class ProgramHelp {
    private static final Pattern COMMAND = Pattern.compile("(?m)^  ([a-z]+)  ");

    private ProgramHelp() {}

    /** {@return the options of each command} */
    static Map<String, Set<String>> options() {
        return COMMAND.matcher(said("--help")).results().map(found -> found.group(1))
                .collect(Collectors.toMap(command -> command, command -> Page.options(said(command, "--help"))));
    }

    private static String said(String... arguments) {
        return Podbridge.run(Path.of("none"), arguments).out();
    }
}
