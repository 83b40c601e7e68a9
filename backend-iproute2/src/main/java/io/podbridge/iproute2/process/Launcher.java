package io.podbridge.iproute2.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Starts programs: found on the path, in the C locale, without a shell, and inside a namespace where one is given. */
final class Launcher {
    /** The namespace of the calling thread, which a child inherits; {@code /proc/self} has that of the process's first thread. */
    private static final Path OWN = Path.of("/proc/thread-self/ns/net");

    private final SearchPath path;
    private final Speakable speakable = Speakable.inThisJvm();

    Launcher(SearchPath path) {
        this.path = path;
    }

    /** The directory is entered inside the namespace, which {@link ProcessBuilder#directory} would not do. */
    Process start(Optional<Path> namespace, Optional<Path> directory, List<String> command, boolean errorsApart)
            throws ToolException {
        List<String> words = new ArrayList<>();
        if (namespace.isPresent()) {
            words.addAll(entering(namespace.get()));
        }
        if (directory.isPresent()) {
            words.addAll(List.of(find("env"), "-C", directory.get().toString()));
        }
        words.add(find(command.get(0)));
        words.addAll(command.subList(1, command.size()));
        speakable.require(words);
        ProcessBuilder builder = new ProcessBuilder(words).redirectErrorStream(!errorsApart);
        // With the user's locale the texts of errors would be translated, and LANGUAGE counts for more than LC_ALL.
        builder.environment().putAll(Map.of("LC_ALL", "C", "LANGUAGE", "C"));
        try {
            return builder.start();
        } catch (IOException e) {
            throw ToolException.broken(command.get(0), e);
        }
    }

    void requireSpeakable(List<String> words) throws ToolException {
        speakable.require(words);
    }

    /** To enter the namespace that the thread is in already would need a capability for nothing. */
    private List<String> entering(Path namespace) throws ToolException {
        return isOwn(namespace) ? List.of() : List.of(find("nsenter"), "--net=" + namespace);
    }

    private static boolean isOwn(Path namespace) {
        try {
            return Files.isSameFile(namespace, OWN);
        } catch (IOException e) {
            // Entering it will tell why it cannot be seen.
            return false;
        }
    }

    private String find(String program) throws ToolException {
        return path.find(program).orElseThrow(() -> ToolException.missing(program, path)).toString();
    }
}
