package io.podbridge.journal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A file that is there to be locked. It is never replaced, deleted or read, and opened only by who has the {@link LockClaim} to it: closing
 * a second descriptor would free the lock.
 *
 * @param path the file
 */
record LockFile(Path path) {
    private static final Set<OpenOption> CREATED_FOR_WRITING = Set.of(StandardOpenOption.CREATE,
            StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);

    /**
     * Locks it, unless another process has it. The channel is not used again until the lock is given back, so no interrupt closes it.
     *
     * @return the lock, which lasts until its channel is closed; absent if another process has it
     * @throws IOException if the file cannot be opened, or its file system has no locks
     */
    Optional<FileLock> tryLock() throws IOException {
        return Uninterrupted.run(this::openAndTry);
    }

    private Optional<FileLock> openAndTry() throws IOException {
        if (Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
            Safety.requireFile(path);
        }
        FileChannel channel = FileChannel.open(path, CREATED_FOR_WRITING, PrivateFile.MODE);
        @Nullable
        FileLock lock = null;
        try {
            lock = channel.tryLock();
            return Optional.ofNullable(lock);
        } finally {
            if (lock == null) {
                channel.close();
            }
        }
    }
}
