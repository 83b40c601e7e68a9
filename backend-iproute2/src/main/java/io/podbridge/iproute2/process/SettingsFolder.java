package io.podbridge.iproute2.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A folder below {@code /proc/sys} of a namespace, in which a process there works: by {@code /proc/PID/cwd} this JVM is led to the files of that
 * namespace, though by the same path it would see those of its own. No {@code ..} may be in a path, for what is above the folder is
 * looked up anew, in the namespace of who looks.
 */
public final class SettingsFolder {
    private final Talk worker;
    private final Path folder;

    SettingsFolder(Talk worker, Path folder) {
        this.worker = worker;
        this.folder = folder;
    }

    /**
     * The way to a file. What is opened there is the namespace's if {@link #isThere} says so afterwards.
     *
     * @param file the file's path inside the namespace
     * @return the path for this JVM; absent if the file is elsewhere, or its name cannot be said in the locale of this JVM
     */
    public Optional<Path> lead(String file) {
        try {
            Path path = Path.of(file);
            return path.startsWith(folder) && path.equals(path.normalize())
                    ? Optional.of(link().resolve(folder.relativize(path)))
                    : Optional.empty();
        } catch (InvalidPathException e) {
            System.getLogger(SettingsFolder.class.getName()).log(System.Logger.Level.DEBUG, "a name for a process to read", e);
            return Optional.empty();
        }
    }

    /** {@return whether the process is still there and in the folder, so that its number is no other's} */
    public boolean isThere() {
        try {
            return Files.readSymbolicLink(link()).equals(folder) && worker.isAlive();
        } catch (IOException e) {
            System.getLogger(SettingsFolder.class.getName()).log(System.Logger.Level.DEBUG, "no way into " + folder, e);
            return false;
        }
    }

    private Path link() {
        return Path.of("/proc", Long.toString(worker.pid()), "cwd");
    }
}
