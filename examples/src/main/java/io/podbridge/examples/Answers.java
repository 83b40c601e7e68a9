package io.podbridge.examples;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What the agent answers: for each request a file of its name in a directory, {@code NAME.json} with what the virtual machine needs, or
 * {@code NAME.error} with the sentence that says why the pod is not bound.
 */
record Answers(Path directory) {
    private static final String BOUND = ".json";
    private static final String FAILED = ".error";

    void bound(String name, String json) throws IOException {
        write(name + BOUND, json);
        Files.deleteIfExists(directory.resolve(name + FAILED));
    }

    void failed(String name, String sentence) throws IOException {
        write(name + FAILED, sentence + "\n");
        Files.deleteIfExists(directory.resolve(name + BOUND));
    }

    /** Removes the answers to all other requests. */
    void keep(Set<String> names) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.toList()) {
                String answer = file.getFileName().toString();
                if (!names.contains(answer.substring(0, Math.max(0, answer.lastIndexOf('.'))))) {
                    Files.delete(file);
                }
            }
        }
    }

    /** Who waits for the file finds all of it or none. */
    private void write(String file, String text) throws IOException {
        Path half = Files.writeString(directory.resolve("." + file), text);
        Files.move(half, directory.resolve(file), StandardCopyOption.ATOMIC_MOVE);
    }
}
