package io.podbridge.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** Makes files that nobody but their owner may read (mode 0600). */
final class PrivateFile {
    static final FileAttribute<Set<PosixFilePermission>> MODE = PosixFilePermissions
            .asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private static final Set<StandardOpenOption> NEW = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);

    private PrivateFile() {}

    /**
     * Writes a file anew. An interrupt does not keep it from being written.
     *
     * @param file the file; one that is there gives way
     * @param content what shall be in it
     * @param forced whether it shall be on disk when this returns
     * @throws IOException if it cannot be made or written
     */
    static void write(Path file, byte[] content, boolean forced) throws IOException {
        Uninterrupted.run(() -> {
            try (FileChannel channel = create(file)) {
                ByteBuffer left = ByteBuffer.wrap(content);
                while (left.hasRemaining()) {
                    channel.write(left);
                }
                if (forced) {
                    channel.force(true);
                }
            }
            return file;
        });
    }

    private static FileChannel create(Path file) throws IOException {
        try {
            return FileChannel.open(file, NEW, MODE);
        } catch (FileAlreadyExistsException e) {
            Files.delete(file);
            return FileChannel.open(file, NEW, MODE);
        }
    }
}
