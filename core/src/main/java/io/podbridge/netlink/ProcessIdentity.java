package io.podbridge.netlink;

import com.google.common.base.Splitter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A process that cannot be confused with a later one of the same number.
 *
 * @param pid the process id, as this JVM's pid namespace numbers it
 * @param startTicks when it started, in clock ticks since boot (field 22 of {@code /proc/PID/stat})
 */
public record ProcessIdentity(long pid, long startTicks) {

    /**
     * Reads the process of this number.
     *
     * @param pid the process id
     * @return the process; absent if there is none
     */
    public static Optional<ProcessIdentity> of(long pid) {
        try {
            String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"), StandardCharsets.ISO_8859_1);
            // The command's name stands in brackets and may itself contain brackets and spaces; field 3 follows the last one.
            List<String> afterName = Splitter.on(' ').splitToList(stat.substring(stat.lastIndexOf(')') + 2));
            return Optional.of(new ProcessIdentity(pid, Long.parseLong(afterName.get(19))));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** {@return whether it still runs} */
    public boolean isAlive() {
        return of(pid).equals(Optional.of(this));
    }
}
