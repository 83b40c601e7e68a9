package io.podbridge.journal;

import io.podbridge.journal.json.JsonProblem;
import io.podbridge.netlink.NetworkNamespace;
import java.io.FileInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A journal in one file of JSON. It is written beside, forced to disk, and moved over what is there, so that a crash at any moment leaves
 * the old record or the new one, whole. A thread that is interrupted meanwhile completes the write and keeps its flag.
 *
 * <p>Beside the file {@code X.json} there can be {@code X.json.tmp}, left by a crash and overwritten by the next write, and
 * {@code X.json.gone}, set aside; neither is taken for a journal. Whoever writes holds the {@link BindingLock}.
 *
 * <p>What a journal says is done with the caller's rights. So a file is read only if it is a regular one with one name, not a link, and if
 * file and directory belong to the caller or to root, and nobody else may write them.
 */
public final class FileBindingJournal implements BindingJournal {
    private static final String SUFFIX = ".json";
    /** A file that was not there and is a moment later has just been written by somebody who works on the pod. */
    private static final int ATTEMPTS = 3;
    private static final String SET_ASIDE = ".gone";
    /** A route takes some five hundred bytes, and a pod does not have a hundred thousand of them. */
    private static final int MOST_BYTES = 1 << 26;

    private final Path file;
    private final JournalDirectory directory;

    private FileBindingJournal(Path directory, Path file) {
        this.file = file;
        this.directory = new JournalDirectory(directory);
    }

    /**
     * The journal of one binding. Nothing is opened or made.
     *
     * @param directory where the journals are; made with mode 0700 by the first write
     * @param namespace device and inode of the pod's namespace
     * @param interfaceName the name under which the pod knows the interface
     * @return the journal
     */
    public static FileBindingJournal of(Path directory, NetworkNamespace.Inode namespace, String interfaceName) {
        return of(directory.resolve(new BindingKey(namespace, interfaceName) + SUFFIX));
    }

    /**
     * The journal in a file that {@link #list} or {@link #listSetAside} found. Nothing is opened.
     *
     * @param file the file
     * @return the journal
     */
    public static FileBindingJournal of(Path file) {
        Path absolute = file.toAbsolutePath();
        return new FileBindingJournal(absolute.resolveSibling(""), absolute);
    }

    /**
     * Every journal in a directory, whether it can be read or not.
     *
     * @param directory where the journals are
     * @return their files, by name; none if there is no such directory
     * @throws JournalProblem if the directory cannot be read
     */
    public static List<Path> list(Path directory) {
        return list(directory, "*" + SUFFIX);
    }

    /**
     * Every journal in a directory that was {@linkplain #setAside set aside}: its namespace is gone.
     *
     * @param directory where the journals are
     * @return their files, by name; none if there is no such directory
     * @throws JournalProblem if the directory cannot be read
     */
    public static List<Path> listSetAside(Path directory) {
        return list(directory, "*" + SUFFIX + SET_ASIDE);
    }

    private static List<Path> list(Path directory, String glob) {
        List<Path> files = new ArrayList<>();
        try {
            Safety.requireDirectory(directory);
            try (DirectoryStream<Path> found = Files.newDirectoryStream(directory, glob)) {
                found.forEach(files::add);
            }
        } catch (NoSuchFileException e) {
            return List.of();
        } catch (IOException e) {
            throw listProblem(directory, e);
        } catch (DirectoryIteratorException e) {
            throw listProblem(directory, Objects.requireNonNull(e.getCause()));
        }
        Collections.sort(files);
        return List.copyOf(files);
    }

    private static JournalProblem listProblem(Path directory, IOException cause) {
        return new JournalProblem("list the journals in", directory, IoReason.of(cause), cause);
    }

    @Override
    public Optional<BindingRecord> read() {
        return read(ATTEMPTS);
    }

    private Optional<BindingRecord> read(int attempts) {
        try {
            return isThere() ? Optional.of(decode(bytes())) : Optional.empty();
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (FileNotFoundException e) {
            if (attempts > 1) {
                return read(attempts - 1);
            }
            throw problem("read the journal", IoReason.of(e), e);
        } catch (IOException e) {
            throw problem("read the journal", IoReason.of(e), e);
        }
    }

    private boolean isThere() throws IOException {
        Safety.requireDirectory(directory.path());
        return !Files.notExists(file, LinkOption.NOFOLLOW_LINKS);
    }

    private byte[] bytes() throws IOException {
        Safety.requireFile(file);
        try (FileInputStream in = new FileInputStream(file.toFile())) {
            byte[] bytes = in.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw new FileSystemException(file.toString(), null, "it is larger than any journal (" + MOST_BYTES + " bytes)");
            }
            return bytes;
        }
    }

    private BindingRecord decode(byte[] bytes) {
        try {
            return JournalFormat.decode(bytes);
        } catch (JsonProblem e) {
            throw problem("read the journal", e.clause(), e);
        }
    }

    @Override
    public void write(BindingRecord record) {
        byte[] bytes = encode(record);
        if (bytes.length > MOST_BYTES) {
            throw problem("write the journal",
                    "it would have " + bytes.length + " bytes, and no more than " + MOST_BYTES
                            + " are read; the pod has too many routes to be bound",
                    null);
        }
        directory.make();
        Path temporary = sibling(".tmp");
        try {
            PrivateFile.write(temporary, bytes, true);
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
            directory.force();
        } catch (IOException e) {
            discard(temporary, e);
            throw problem("write the journal", IoReason.of(e), e);
        }
    }

    private byte[] encode(BindingRecord record) {
        try {
            return JournalFormat.encode(record);
        } catch (JsonProblem e) {
            throw problem("write the journal", e.clause(), e);
        }
    }

    /** What was written in part would only take room on a disk that may be full. */
    private static void discard(Path temporary, IOException failure) {
        try {
            Files.deleteIfExists(temporary);
        } catch (IOException e) {
            failure.addSuppressed(e);
        }
    }

    @Override
    public void delete() {
        try {
            Safety.requireDirectory(directory.path());
            if (Files.deleteIfExists(file)) {
                directory.force();
            }
        } catch (NoSuchFileException e) {
            // There is no directory, and so nothing in it.
        } catch (IOException e) {
            throw problem("delete the journal", IoReason.of(e), e);
        }
    }

    /**
     * Renames the file to {@code X.json.gone}. One is kept for each journal, so that they do not pile up: an older one, of a namespace
     * that has been gone for longer, gives way.
     */
    @Override
    public void setAside() {
        try {
            Safety.requireDirectory(directory.path());
            Files.move(file, sibling(SET_ASIDE), StandardCopyOption.ATOMIC_MOVE);
            directory.force();
        } catch (NoSuchFileException e) {
            // There is none, which is as good as one set aside.
        } catch (IOException e) {
            throw problem("set aside the journal", IoReason.of(e), e);
        }
    }

    private Path sibling(String suffix) {
        return file.resolveSibling(file.getFileName() + suffix);
    }

    private JournalProblem problem(String operation, String clause, @Nullable Exception cause) {
        return new JournalProblem(operation, file, clause, cause);
    }
}
