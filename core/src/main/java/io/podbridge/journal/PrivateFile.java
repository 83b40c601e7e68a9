package io.podbridge.journal;

import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** Makes files that nobody but their owner may read (mode 0600). */
final class PrivateFile {
    static final FileAttribute<Set<PosixFilePermission>> MODE = PosixFilePermissions
            .asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private PrivateFile() {}

    /**
     * Makes a file anew. It is a stream and no channel that it returns, since an interrupt closes a channel.
     *
     * @param file the file; one that is there gives way
     * @return what its content is written to
     * @throws IOException if it cannot be made
     */
    static FileOutputStream create(Path file) throws IOException {
        Files.deleteIfExists(file);
        Files.createFile(file, MODE);
        return new FileOutputStream(file.toFile());
    }
}
