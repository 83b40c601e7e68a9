package io.podbridge.journal;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;

/**
 * What is read as root is trusted as root: a file or directory that somebody else could have written, or put there, is not used. Every
 * check throws {@link NoSuchFileException} if there is nothing.
 */
final class Safety {
    private static final int OTHERS_MAY_WRITE = 022;
    private static final int PERMISSIONS = 07777;
    private static final int ROOT = 0;

    private Safety() {}

    /**
     * Checks a directory; a link that leads to it does no harm.
     *
     * @throws FileSystemException if it is not the caller's or root's alone
     */
    static void requireDirectory(Path directory) throws IOException {
        requireOwned(directory, Files.readAttributes(directory, "unix:uid,mode"), "chmod go-w " + directory);
    }

    /**
     * Checks a file, before it is opened: opening a FIFO might wait for ever.
     *
     * @throws FileSystemException if it is a link, is no regular file, has a second name, or is not the caller's or root's alone
     */
    static void requireFile(Path file) throws IOException {
        Map<String, Object> unix = Files.readAttributes(file, "unix:uid,mode,nlink,isSymbolicLink,isDirectory,isRegularFile",
                LinkOption.NOFOLLOW_LINKS);
        if (isSet(unix, "isSymbolicLink")) {
            throw unsafe(file, "it is a symbolic link; remove it");
        }
        if (isSet(unix, "isDirectory")) {
            throw unsafe(file, "Is a directory; move that directory away");
        }
        if (!isSet(unix, "isRegularFile")) {
            throw unsafe(file, "it is no regular file; remove it");
        }
        if (number(unix, "nlink") > 1) {
            throw unsafe(file, "it has " + number(unix, "nlink") + " names (hard links); copy it, and remove it");
        }
        requireOwned(file, unix, "look at it, and remove it or chmod go-w " + file);
    }

    private static void requireOwned(Path path, Map<String, Object> unix, String advice) throws FileSystemException {
        int owner = number(unix, "uid");
        int own = CallingUser.uid().orElse(owner);
        if (owner != own && owner != ROOT) {
            throw unsafe(path, "it belongs to user " + owner + ", neither to the caller, " + own + ", nor to root");
        }
        int mode = number(unix, "mode") & PERMISSIONS;
        if ((mode & OTHERS_MAY_WRITE) != 0) {
            throw unsafe(path, "others may write it (mode " + Integer.toOctalString(mode) + "); " + advice);
        }
    }

    private static boolean isSet(Map<String, Object> unix, String attribute) {
        return Boolean.TRUE.equals(unix.get(attribute));
    }

    private static int number(Map<String, Object> unix, String attribute) {
        return unix.get(attribute) instanceof Number found ? found.intValue() : 0;
    }

    private static FileSystemException unsafe(Path path, String reason) {
        return new FileSystemException(path.toString(), null, reason);
    }
}
