package io.podbridge.tests.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The files that the modules' own tests read: what kernels, tools and older releases wrote. */
final class Samples {
    private static final Path ROOT = Path.of(System.getProperty("podbridge.root"));

    private Samples() {}

    /** {@return the texts of all files of a folder, by their names} */
    static List<String> under(String folder, String suffix) {
        try (Stream<Path> files = Files.walk(ROOT.resolve(folder))) {
            List<Path> found = files.filter(file -> file.toString().endsWith(suffix)).sorted().toList();
            if (found.isEmpty()) {
                throw new IllegalStateException("there is no " + suffix + " under " + folder);
            }
            return found.stream().map(Samples::text).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
