package io.podbridge.examples;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What is asked of the agent: a directory with a file for each pod, which holds the path of the pod's network namespace. The pod is to be
 * bound for as long as the file is there. Who writes one writes it under a name that begins with a dot, and renames it, since such names are
 * left aside.
 */
record PodRequests(Path directory) {

    /** {@return the namespaces of the pods to bind, by the names of the files} */
    Map<String, Path> read() throws IOException {
        Map<String, Path> wanted = new TreeMap<>();
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.filter(PodRequests::isRequest).toList()) {
                wanted.put(file.getFileName().toString(), Path.of(Files.readString(file).strip()));
            }
        }
        return wanted;
    }

    private static boolean isRequest(Path file) {
        return !file.getFileName().toString().startsWith(".") && Files.isRegularFile(file);
    }
}
