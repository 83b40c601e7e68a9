package io.podbridge.benchmarks.worker;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** A directory for journals on a tmpfs, where an agent has them too. It is gone when this is closed. */
final class Journals implements AutoCloseable {
    private static final Path TMPFS = Path.of("/dev/shm");

    private final Path directory;

    private Journals(Path directory) {
        this.directory = directory;
    }

    static Journals make() throws IOException {
        return new Journals(Files.createTempDirectory(TMPFS, "podbridge-worker-"));
    }

    Path directory() {
        return directory;
    }

    /** Forgets all, so that the next pod finds nothing of one before it that had the same inode. */
    void clear() throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(directory)) {
            for (Path file : files) {
                Files.delete(file);
            }
        }
    }

    @Override
    public void close() throws IOException {
        clear();
        Files.delete(directory);
    }
}
