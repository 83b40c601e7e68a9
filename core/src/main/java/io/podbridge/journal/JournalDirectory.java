package io.podbridge.journal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * Where journals and locks are.
 *
 * @param path the directory, absolute
 */
record JournalDirectory(Path path) {
    private static final FileAttribute<Set<PosixFilePermission>> MODE = PosixFilePermissions
            .asFileAttribute(PosixFilePermissions.fromString("rwx------"));

    /**
     * Makes it, with mode 0700, unless it is there.
     *
     * @throws JournalProblem if it cannot be made, or what is there is not the caller's or root's alone
     */
    void make() {
        try {
            if (!Files.isDirectory(path)) {
                Files.createDirectories(path, MODE);
            }
        } catch (IOException e) {
            throw new JournalProblem("make the journal directory", path, IoReason.of(e), e);
        }
        try {
            Safety.requireDirectory(path);
        } catch (IOException e) {
            throw unusable(e);
        }
    }

    /**
     * Tells where it really is.
     *
     * @return its path without links
     * @throws JournalProblem if it is not there
     */
    Path realPath() {
        try {
            return path.toRealPath();
        } catch (IOException e) {
            throw unusable(e);
        }
    }

    private JournalProblem unusable(IOException e) {
        return new JournalProblem("use the journal directory", path, IoReason.of(e), e);
    }

    /**
     * Forces to disk which files are in it. Only a channel can be opened on a directory, hence the care about interrupts.
     *
     * @throws IOException if that fails
     */
    void force() throws IOException {
        Uninterrupted.run(() -> {
            try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
                channel.force(true);
            }
            return path;
        });
    }
}
