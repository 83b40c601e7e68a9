package io.podbridge.cli.command;

import io.podbridge.netlink.NetworkNamespace;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Which namespace is meant. */
final class NamespaceOptions {
    private static final Path NAMED = Path.of("/run/netns");

    @Option(names = "--netns", paramLabel = "NAME|PATH", description = "the namespace of this name (ip netns), or of this file")
    private Optional<String> netns = Optional.empty();

    @Option(names = "--pid", paramLabel = "N", description = "the namespace of this process; without it and --netns, the current one")
    private Optional<Long> pid = Optional.empty();

    boolean areGiven() {
        return netns.isPresent() || pid.isPresent();
    }

    NetworkNamespace namespace() {
        check();
        try {
            return netns.map(name -> isPath(name) ? NetworkNamespace.ofPath(Path.of(name)) : NetworkNamespace.ofName(name))
                    .or(() -> pid.map(NetworkNamespace::ofPid)).orElseGet(NetworkNamespace::current);
        } catch (IllegalArgumentException e) {
            throw new UsageException(e);
        }
    }

    /** {@return the file by which the namespace is named, whether it is still there or not} */
    Optional<Path> path() {
        check();
        return netns.map(name -> isPath(name) ? Path.of(name).toAbsolutePath() : NAMED.resolve(name))
                .or(() -> pid.map(number -> Path.of("/proc", Long.toString(number), "ns", "net")));
    }

    private void check() {
        if (netns.isPresent() && pid.isPresent()) {
            throw new UsageException("a namespace is named by --netns or by --pid, not by both");
        }
        if (pid.orElse(1L) < 1) {
            throw new UsageException("--pid takes the id of a process, 1 or more, not " + pid.orElseThrow());
        }
    }

    private static boolean isPath(String name) {
        return name.indexOf('/') >= 0;
    }
}
