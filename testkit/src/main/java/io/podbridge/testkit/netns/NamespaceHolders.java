package io.podbridge.testkit.netns;

import com.google.common.base.Splitter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What keeps a namespace alive on behalf of this JVM: descriptors of the namespace itself, netlink sockets in it, and processes that this JVM
 * has started there.
 */
final class NamespaceHolders {
    private static final Path OWN = Path.of("/proc/self/fd");
    /** The last column of {@code /proc/net/netlink}; the kernel's own sockets have no inode. */
    private static final int INODE = 9;

    private final Path namespace;
    private final Set<String> sockets;

    private NamespaceHolders(Path namespace, Set<String> sockets) {
        this.namespace = namespace;
        this.sockets = sockets;
    }

    /**
     * Looks for them.
     *
     * @param namespace the file of the namespace
     * @param netlink what {@code /proc/net/netlink} says there
     */
    static List<String> of(Path namespace, String netlink) {
        Set<String> sockets = Splitter.on('\n').omitEmptyStrings().splitToStream(netlink).skip(1)
                .map(line -> Splitter.onPattern("\\s+").splitToList(line.strip()).get(INODE))
                .map(inode -> "socket:[" + inode + "]").collect(Collectors.toSet());
        return new NamespaceHolders(namespace, sockets).find();
    }

    private List<String> find() {
        List<String> found = new ArrayList<>();
        try (Stream<Path> own = Files.list(OWN)) {
            own.forEach(descriptor -> describe(descriptor)
                    .ifPresent(what -> found.add("descriptor " + descriptor.getFileName() + " (" + what + ")")));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list the descriptors of this JVM", e);
        }
        ProcessHandle.current().descendants().filter(this::isInside).forEach(child -> found
                .add("process " + child.pid() + child.info().command().map(command -> " (" + command + ")").orElse("")));
        return found;
    }

    /** A backend that runs programs keeps the namespace alive by them. */
    private boolean isInside(ProcessHandle child) {
        try {
            return leadsToNamespace(Path.of("/proc", Long.toString(child.pid()), "ns/net"));
        } catch (UncheckedIOException e) {
            // The kernel denies access to what a process that has just ended was in.
            if (child.isAlive()) {
                throw e;
            }
            return false;
        }
    }

    private Optional<String> describe(Path descriptor) {
        try {
            if (sockets.contains(Files.readSymbolicLink(descriptor).toString())) {
                return Optional.of("a netlink socket");
            }
            return leadsToNamespace(descriptor) ? Optional.of("the namespace") : Optional.empty();
        } catch (NoSuchFileException e) {
            // Another thread has closed it meanwhile.
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot look at " + descriptor, e);
        }
    }

    private boolean leadsToNamespace(Path file) {
        try {
            return Files.isSameFile(file, namespace);
        } catch (NoSuchFileException e) {
            // It has been closed meanwhile, or the process has ended, or it is a file that has been deleted.
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot look at " + file, e);
        }
    }
}
