package io.podbridge.tests.cli;

import io.podbridge.tests.documents.SourceTree;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A picture in the README.
 *
 * @param name what the line before it calls it
 */
record ReadmePicture(String name) {
    /** Whether it is drawn anew and not compared, as CONTRIBUTING tells. */
    private static final boolean REWRITE = Boolean.getBoolean("podbridge.rewrite");

    /** Fails if it is not this one, or becomes this one. */
    void assertShows(List<String> lines) throws IOException {
        String drawn = String.join("\n", lines) + "\n";
        String readme = SourceTree.text("README.md");
        Matcher picture = Pattern.compile("(?<=<!-- picture: " + name + " -->\n```mermaid\n)[^`]*").matcher(readme);
        assertThat(picture.find()).as("the README has a picture of %s", name).isTrue();
        if (REWRITE) {
            Files.writeString(SourceTree.at("README.md"), picture.replaceFirst(Matcher.quoteReplacement(drawn)));
        } else {
            assertThat(drawn).isEqualTo(picture.group());
        }
    }
}
