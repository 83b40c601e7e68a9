package io.podbridge.tests.example;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

/** What the README shows of a file is what is in the file, between the lines {@code begin README} and {@code end README}. */
class ReadmeTest {
    private static final Path ROOT = Path.of(System.getProperty("podbridge.root"));
    private static final Pattern SHOWN = Pattern.compile("<!-- ([^ ]+\\.java) -->\n```java\n(.*?)```\n", Pattern.DOTALL);
    private static final Pattern REGION = Pattern.compile("// begin README\n(.*)// end README\n", Pattern.DOTALL);
    private static final int SHOWN_FILES = 4;

    @TestFactory
    Stream<DynamicTest> shows_what_is_compiled() throws IOException {
        var shown = SHOWN.matcher(Files.readString(ROOT.resolve("README.md"))).results().toList();
        assertThat(shown).hasSize(SHOWN_FILES);
        return shown.stream().map(found -> dynamicTest(found.group(1), () -> compare(found)));
    }

    private static void compare(MatchResult shown) throws IOException {
        Matcher region = REGION.matcher(Files.readString(ROOT.resolve(shown.group(1))));
        assertThat(region.find()).as("%s has a region for the README", shown.group(1)).isTrue();
        assertThat(shown.group(2)).isEqualTo(region.group(1));
    }
}
