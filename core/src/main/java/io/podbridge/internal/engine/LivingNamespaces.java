package io.podbridge.internal.engine;

import com.google.common.base.Suppliers;
import io.podbridge.netlink.NetlinkException;
import io.podbridge.netlink.NetworkNamespace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The namespaces that can be reached from here, by a process in them or by a name: a pod lives on when the process or the file through
 * which it was bound has gone. Looked for once, when somebody asks. Those of processes that this one cannot see are not among them.
 */
final class LivingNamespaces {
    private static final Path PROCESSES = Path.of("/proc");
    private static final Path NAMED = Path.of("/run/netns");

    private final Supplier<Map<NetworkNamespace.Inode, NetworkNamespace>> found = Suppliers.memoize(LivingNamespaces::search);

    Optional<NetworkNamespace> of(NetworkNamespace.Inode inode) {
        return Optional.ofNullable(found.get().get(inode));
    }

    private static Map<NetworkNamespace.Inode, NetworkNamespace> search() {
        Map<NetworkNamespace.Inode, NetworkNamespace> all = new HashMap<>();
        each(PROCESSES, "[0-9]*", path -> NetworkNamespace.ofPid(Long.parseLong(path.getFileName().toString())), all);
        each(NAMED, "*", NetworkNamespace::ofPath, all);
        return all;
    }

    private interface Resolution {
        NetworkNamespace resolve(Path path);
    }

    private static void each(Path directory, String glob, Resolution resolution,
            Map<NetworkNamespace.Inode, NetworkNamespace> all) {
        if (Files.notExists(directory)) {
            return;
        }
        try (DirectoryStream<Path> paths = Files.newDirectoryStream(directory, glob)) {
            for (Path path : paths) {
                resolved(path, resolution).ifPresent(namespace -> all.put(namespace.inode(), namespace));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + directory, e);
        }
    }

    /** Processes end while they are looked at, and some may not be looked at; neither leads anywhere. */
    private static Optional<NetworkNamespace> resolved(Path path, Resolution resolution) {
        try {
            return Optional.of(resolution.resolve(path));
        } catch (NetlinkException e) {
            return Optional.empty();
        }
    }
}
