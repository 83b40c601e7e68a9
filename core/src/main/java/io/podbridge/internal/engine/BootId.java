package io.podbridge.internal.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Which boot of the machine this is: no network namespace outlives it. */
final class BootId {
    private static final Path FILE = Path.of("/proc/sys/kernel/random/boot_id");

    private BootId() {}

    /** {@return the kernel's id, or {@code none} on a system that has none, where only in-memory namespaces are} */
    static String read() {
        try {
            return Files.readString(FILE).strip();
        } catch (NoSuchFileException e) {
            return "none";
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + FILE, e);
        }
    }
}
