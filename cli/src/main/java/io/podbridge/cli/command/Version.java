package io.podbridge.cli.command;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import picocli.CommandLine.IVersionProvider;

/** The version, as the build wrote it beside this class, and the Java that runs it. */
final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() throws IOException {
        try (InputStream text = Objects.requireNonNull(Version.class.getResourceAsStream("version.txt"))) {
            return new String[] {new String(text.readAllBytes(), StandardCharsets.UTF_8).strip(), java()};
        }
    }

    private static String java() {
        return "Java " + Runtime.version();
    }
}
