package io.podbridge.tests.documents;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A document that people read.
 *
 * @param file where it is
 */
record Page(Path file) {
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:]*)(?:#([^)]*))?\\)");
    private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.*)$");
    private static final Pattern NO_ANCHOR = Pattern.compile("[^a-z0-9 -]");
    /** In a line of code, up to a remark or what the shell does with it. */
    private static final Pattern CALL = Pattern.compile("(?:`|java .*)podbridge(?:\\.jar)? ([a-z]+)\\b([^`#\\n]*)");
    private static final Pattern PROPERTY = Pattern.compile("(?<![\\w-])-D(\\w[\\w.]*\\w)");
    private static final Pattern PROFILE = Pattern.compile("(?<![\\w-])-P([a-z,]+)");
    private static final Pattern OPTION = Pattern.compile("(?<![\\w-])--[a-z][a-z0-9-]*");

    /** {@return those of the root, and those of the folders that are for people} */
    static List<Page> all() {
        Stream<Path> root = Stream.of("README", "ARCHITECTURE", "CHANGELOG", "CONTRIBUTING", "SECURITY")
                .map(name -> SourceTree.at(name + ".md"));
        Stream<Path> folders = Stream.of("docs", "examples", "benchmarks")
                .flatMap(folder -> SourceTree.files(folder, ".md").stream());
        return Stream.concat(root, folders).map(Page::new).toList();
    }

    String text() {
        return SourceTree.text(file);
    }

    /** {@return the links to what is not there: other files, and headings of them or of this one} */
    List<String> brokenLinks() {
        return LINK.matcher(text()).results().filter(link -> !leadsSomewhere(link)).map(MatchResult::group).toList();
    }

    private boolean leadsSomewhere(MatchResult link) {
        Path target = link.group(1).isEmpty() ? file : file.resolveSibling(link.group(1));
        return Files.exists(target) && (link.group(2) == null || new Page(target).anchors().contains(link.group(2)));
    }

    private Set<String> anchors() {
        return HEADING.matcher(text()).results().map(heading -> heading.group(1).toLowerCase(Locale.ROOT))
                .map(title -> NO_ANCHOR.matcher(title).replaceAll("").replace(' ', '-')).collect(Collectors.toSet());
    }

    /** {@return the options in a text, of whatever program} */
    static Set<String> options(String text) {
        return OPTION.matcher(text).results().map(MatchResult::group).collect(Collectors.toSet());
    }

    /**
     * The program, started with a command.
     *
     * @param command such as {@code bind}
     * @param options what is shown behind it
     */
    record Call(String command, Set<String> options) {}

    /** {@return the calls of {@code podbridge} that it shows} */
    List<Call> calls() {
        return CALL.matcher(text()).results().map(call -> new Call(call.group(1), options(call.group(2)))).toList();
    }

    /** {@return the properties that a build is told} */
    Set<String> properties() {
        return PROPERTY.matcher(text()).results().map(found -> found.group(1)).collect(Collectors.toSet());
    }

    /** {@return the profiles that a build is told} */
    Set<String> profiles() {
        return PROFILE.matcher(text()).results().flatMap(found -> Stream.of(found.group(1).split(",")))
                .collect(Collectors.toSet());
    }

    @Override
    public String toString() {
        return SourceTree.at("").relativize(file).toString();
    }
}
