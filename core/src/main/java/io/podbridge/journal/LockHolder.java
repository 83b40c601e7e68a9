package io.podbridge.journal;

import com.google.common.base.Suppliers;
import io.podbridge.netlink.ProcessIdentity;
import java.io.FileInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which process has a lock, for the sentence that says who is in the way. It stands in a file of its own, since reading the lock file
 * would free the lock, and it proves nothing: it may not be there yet, be torn, or be about a process that is gone.
 *
 * @param file the file: process id and start time in clock ticks since boot, separated by a space
 */
record LockHolder(Path file) {
    private static final Supplier<Optional<ProcessIdentity>> SELF = Suppliers
            .memoize(() -> ProcessIdentity.of(ProcessHandle.current().pid()));
    private static final int MOST_BYTES = 64;
    private static final Pattern IDENTITY = Pattern.compile("(\\d{1,18}) (\\d{1,18})\n");

    /**
     * Notes this process.
     *
     * @throws IOException if it cannot be written
     */
    void write() throws IOException {
        String identity = self().map(process -> process.pid() + " " + process.startTicks() + "\n").orElse("");
        PrivateFile.write(file, identity.getBytes(StandardCharsets.US_ASCII), false);
    }

    /**
     * Takes the note away, before the lock is given back: who had the lock is not to be blamed for what the next one does.
     *
     * @throws IOException if it cannot be removed
     */
    void clear() throws IOException {
        Files.deleteIfExists(file);
    }

    /** {@return who it is that holds the lock, such as {@code process 4711}, given that somebody does; absent as long as that is not noted} */
    Optional<String> name() {
        return noted().filter(ProcessIdentity::isAlive).map(holder -> Optional.of(holder).equals(self())
                ? "another thread of this process"
                : "process " + holder.pid());
    }

    private static Optional<ProcessIdentity> self() {
        return SELF.get();
    }

    private String beginning() throws IOException {
        try (FileInputStream in = new FileInputStream(file.toFile())) {
            return new String(in.readNBytes(MOST_BYTES), StandardCharsets.US_ASCII);
        }
    }

    private static Optional<ProcessIdentity> parsed(String note) {
        Matcher identity = IDENTITY.matcher(note);
        return identity.matches()
                ? Optional.of(new ProcessIdentity(Long.parseLong(identity.group(1)), Long.parseLong(identity.group(2))))
                : Optional.empty();
    }

    private Optional<ProcessIdentity> noted() {
        if (Files.notExists(file)) {
            return Optional.empty();
        }
        try {
            Safety.requireFile(file);
            return parsed(beginning());
        } catch (IOException e) {
            // That the lock is busy is known without it, and is what the caller is told.
            return Optional.empty();
        }
    }
}
