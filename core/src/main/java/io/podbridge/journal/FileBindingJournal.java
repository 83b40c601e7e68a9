package io.podbridge.journal;

import io.podbridge.netlink.NetworkNamespace;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** STUB. */
public final class FileBindingJournal implements BindingJournal {
    private final Path file;

    private FileBindingJournal(Path file) {
        this.file = file;
    }

    /** STUB. */
    public static FileBindingJournal of(Path directory, NetworkNamespace.Inode namespace, String interfaceName) {
        return of(directory.resolve(namespace.number() + interfaceName));
    }

    /** STUB. */
    public static FileBindingJournal of(Path file) {
        return new FileBindingJournal(file);
    }

    /** STUB. */
    public static List<Path> list(Path directory) {
        return List.of(directory);
    }

    @Override
    public Optional<BindingRecord> read() {
        throw new JournalProblem("read", file, "stub", null);
    }

    @Override
    public void write(BindingRecord record) {}

    @Override
    public void delete() {}

    @Override
    public void setAside() {}
}
