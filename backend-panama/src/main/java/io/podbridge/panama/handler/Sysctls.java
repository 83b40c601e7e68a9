package io.podbridge.panama.handler;

import io.podbridge.netlink.Errno;
import io.podbridge.netlink.model.Sysctl;
import io.podbridge.panama.ffi.FileDescriptor;
import io.podbridge.panama.ffi.SystemCallException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Settings below {@code /proc/sys}, whose files belong to the namespace of the thread that opens them. */
final class Sysctls {
    private static final int LONGEST_VALUE = 4096;

    private final NamespaceThread thread;
    private final LinkLookup links;

    Sysctls(NamespaceThread thread, LinkLookup links) {
        this.thread = thread;
        this.links = links;
    }

    Optional<String> read(Sysctl key) {
        try {
            String path = current(key).path();
            return Optional.of(new String(thread.call(() -> read(path)), StandardCharsets.UTF_8).strip());
        } catch (SystemCallException e) {
            Errno errno = new Errno(e.errno());
            if (errno.is("ENOENT") || errno.is("ENODEV")) {
                return Optional.empty();
            }
            throw Failures.of("read the sysctl", key.toString(), e);
        }
    }

    private static byte[] read(String path) throws SystemCallException {
        try (FileDescriptor file = FileDescriptor.open(path, FileDescriptor.READ_ONLY)) {
            return file.read(LONGEST_VALUE);
        }
    }

    /** The link may have another name by now than the one that the key was made with. */
    private Sysctl current(Sysctl key) throws SystemCallException {
        return key.link().isPresent() ? key.withLinkName(links.name(key.link().get())) : key;
    }

    /** Opening tells whether the file may be written; nothing is. */
    boolean isWritable(Sysctl key) {
        try {
            return thread.call(() -> {
                FileDescriptor.open(key.path(), FileDescriptor.WRITE_ONLY).close();
                return true;
            });
        } catch (SystemCallException e) {
            return false;
        }
    }

    void write(Sysctl key, String value) throws SystemCallException {
        String path = current(key).path();
        thread.call(() -> {
            try (FileDescriptor file = FileDescriptor.open(path, FileDescriptor.WRITE_ONLY)) {
                file.write((value + "\n").getBytes(StandardCharsets.UTF_8));
            }
            return path;
        });
    }
}
