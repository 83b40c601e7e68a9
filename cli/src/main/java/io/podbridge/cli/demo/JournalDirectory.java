package io.podbridge.cli.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A directory for journals that is gone, with all that is in it, when this is closed. */
final class JournalDirectory implements AutoCloseable {
    private final Path path;

    private JournalDirectory(Path path) {
        this.path = path;
    }

    static JournalDirectory make() {
        try {
            return new JournalDirectory(Files.createTempDirectory("podbridge-demo-"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path path() {
        return path;
    }

    @Override
    public void close() {
        try {
            for (Path file : content()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@return all files, those in a directory before it} */
    private List<Path> content() throws IOException {
        try (Stream<Path> files = Files.walk(path)) {
            return files.sorted(Comparator.reverseOrder()).toList();
        }
    }
}
