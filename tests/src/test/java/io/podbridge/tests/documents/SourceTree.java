package io.podbridge.tests.documents;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The folder that all of podbridge is built from. */
public final class SourceTree {
    private static final Path ROOT = Path.of(System.getProperty("podbridge.root"));

    private SourceTree() {}

    /** {@return what stands there, such as {@code docs/cni.md}} */
    public static Path at(String path) {
        return ROOT.resolve(path);
    }

    /** {@return its text} */
    public static String text(String path) {
        return text(at(path));
    }

    /** {@return its text} */
    public static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@return the files below a folder whose names end so, in order} */
    public static List<Path> files(String folder, String ending) {
        try (Stream<Path> files = Files.walk(at(folder))) {
            return files.filter(file -> file.toString().endsWith(ending)).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
