package io.podbridge.internal.engine;

import com.google.common.base.Suppliers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.function.Supplier;

/** Which boot of the machine this is: no network namespace outlives it. */
final class BootId {
    private static final Path FILE = Path.of("/proc/sys/kernel/random/boot_id");

    /** It stays while this process runs. */
    private static final Supplier<String> THIS_BOOT = Suppliers.memoize(BootId::readFile);

    private BootId() {}

    /** {@return the kernel's id, or {@code none} on a system that has none, where only in-memory namespaces are} */
    static String read() {
        return THIS_BOOT.get();
    }

    private static String readFile() {
        try {
            return Files.readString(FILE).strip();
        } catch (NoSuchFileException e) {
            return "none";
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + FILE, e);
        }
    }
}
