package io.podbridge.examples;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What is asked of the agent: a directory with a file for each pod, which holds the path of the pod's network namespace. The pod is to be
 * bound for as long as the file is there. Who writes one writes it under a name that begins with a dot, and renames it, since such names are
 * left aside.
 */
record PodRequests(Path directory) {
    private static final System.Logger LOG = System.getLogger(PodRequests.class.getName());

    /** {@return the namespaces of the pods to bind, by the names of the files} */
    Map<String, Path> read() throws IOException {
        Map<String, Path> wanted = new TreeMap<>();
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.filter(PodRequests::isRequest).toList()) {
                namespace(file).ifPresent(namespace -> wanted.put(file.getFileName().toString(), namespace));
            }
        }
        return wanted;
    }

    /** A file that was taken away a moment ago asks for nothing any more, and one that holds no path never will. */
    private static Optional<Path> namespace(Path file) throws IOException {
        try {
            return Optional.of(Path.of(Files.readString(file).strip()));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (InvalidPathException | CharacterCodingException e) {
            LOG.log(System.Logger.Level.WARNING, file + " holds no path: " + e.getMessage());
            return Optional.empty();
        }
    }

    private static boolean isRequest(Path file) {
        return !file.getFileName().toString().startsWith(".") && Files.isRegularFile(file);
    }
}
