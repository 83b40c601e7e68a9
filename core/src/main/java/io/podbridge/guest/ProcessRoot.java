package io.podbridge.guest;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributeView;
import java.util.Set;

/**
 * The files of a process as it sees them itself. Whoever owns the process may put links there: one is followed as the process would, so
 * that it never leads to a file of ours, not even if it is put there while we look.
 */
final class ProcessRoot {
    private static final int MOST_LINKS = 40;
    private static final Path NOTHING = Path.of("");

    private final Path root;

    ProcessRoot(Path root) {
        this.root = root;
    }

    static ProcessRoot of(long pid) {
        return new ProcessRoot(Path.of("/proc", Long.toString(pid), "root"));
    }

    /**
     * Reads a small file.
     *
     * @param file from the root, such as {@code etc/resolv.conf}
     * @param mostBytes more is an error
     */
    String read(String file, int mostBytes) throws IOException {
        Path place = root.relativize(withoutLinks(file));
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(root)) {
            return read(secure(stream), place, mostBytes);
        }
    }

    /** {@return the same file by a path of directories alone, as it is at this moment} */
    private Path withoutLinks(String file) throws IOException {
        Path ahead = Path.of(file);
        Path reached = root;
        int links = 0;
        while (!ahead.toString().isEmpty()) {
            Path place = step(reached, ahead.getName(0).toString());
            Path rest = ahead.getNameCount() == 1 ? NOTHING : ahead.subpath(1, ahead.getNameCount());
            if (place.equals(root) || !Files.isSymbolicLink(place)) {
                reached = place;
                ahead = rest;
            } else if (++links > MOST_LINKS) {
                throw new IOException("too many levels of symbolic links");
            } else {
                Path target = Files.readSymbolicLink(place);
                reached = target.isAbsolute() ? root : reached;
                ahead = fromRoot(target).resolve(rest);
            }
        }
        return reached;
    }

    private static Path fromRoot(Path target) {
        if (!target.isAbsolute()) {
            return target;
        }
        return target.getNameCount() == 0 ? NOTHING : target.subpath(0, target.getNameCount());
    }

    /** {@return where a name leads, which may be a link} */
    private Path step(Path from, String name) {
        if (name.equals("..")) {
            return from.equals(root) ? root : from.resolveSibling("");
        }
        return name.equals(".") || name.isEmpty() ? from : from.resolve(name);
    }

    /** Each directory is opened from the one before, and no link is followed any more. */
    private static String read(SecureDirectoryStream<Path> directory, Path place, int mostBytes) throws IOException {
        if (place.getNameCount() == 1) {
            return readFile(directory, place, mostBytes);
        }
        try (SecureDirectoryStream<Path> next = directory.newDirectoryStream(place.getName(0), LinkOption.NOFOLLOW_LINKS)) {
            return read(next, place.subpath(1, place.getNameCount()), mostBytes);
        }
    }

    /** A pipe would be waited for. */
    private static String readFile(SecureDirectoryStream<Path> directory, Path name, int mostBytes) throws IOException {
        if (!directory.getFileAttributeView(name, BasicFileAttributeView.class, LinkOption.NOFOLLOW_LINKS).readAttributes()
                .isRegularFile()) {
            throw new IOException("it is no regular file");
        }
        try (InputStream stream = Channels.newInputStream(
                directory.newByteChannel(name, Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS)))) {
            return SmallText.read(stream, mostBytes);
        }
    }

    private SecureDirectoryStream<Path> secure(DirectoryStream<Path> stream) throws NoSuchFileException {
        if (stream instanceof SecureDirectoryStream<Path> secure) {
            return secure;
        }
        throw new NoSuchFileException(root.toString());
    }
}
