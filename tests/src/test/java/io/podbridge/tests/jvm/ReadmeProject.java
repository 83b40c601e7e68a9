package io.podbridge.tests.jvm;

import io.podbridge.tests.documents.SourceTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The project that the README shows: each block of code that begins with the name of a file is that file. */
final class ReadmeProject {
    private static final Pattern BLOCK = Pattern.compile("```(?:java|xml)\n(?:// |<!-- )(\\S+)(?: -->)?\n(.*?)```\n",
            Pattern.DOTALL);

    /** Where it is left, for whoever builds it with its own pom. */
    static final Path FOLDER = SourceTree.at("tests/target/readme");

    private ReadmeProject() {}

    /** Writes its files anew. {@return their names} */
    static List<String> extract() throws IOException {
        List<String> files = new ArrayList<>();
        for (MatchResult block : BLOCK.matcher(SourceTree.text("README.md")).results().toList()) {
            Path file = FOLDER.resolve(block.group(1));
            Files.createDirectories(file.getParent());
            Files.writeString(file, block.group(2));
            files.add(block.group(1));
        }
        return files;
    }
}
