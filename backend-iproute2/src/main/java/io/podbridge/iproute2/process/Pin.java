package io.podbridge.iproute2.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Keeps a network namespace alive, and at hand for other processes, by a process in it that only waits for the end of its input: should
 * this JVM die, it ends too. The namespace of this JVM needs none.
 */
public final class Pin implements AutoCloseable {
    private final Optional<Talk> holder;
    private final Path file;

    private Pin(Optional<Talk> holder, Path file) {
        this.holder = holder;
        this.file = file;
    }

    /**
     * Enters a namespace and stays there.
     *
     * @param here where the process is started
     * @param namespace a file of the namespace
     * @param deadline when to give up
     * @return the pin, which the caller closes
     * @throws ToolException REFUSED with the words of {@code nsenter(1)} if the namespace cannot be entered
     */
    public static Pin hold(Toolbox here, Path namespace, Deadline deadline) throws ToolException {
        Path own = file(ProcessHandle.current().pid());
        if (isSame(namespace, own)) {
            return new Pin(Optional.empty(), own);
        }
        Talk talk = Talk.start(here.inside(namespace), List.of("cat"));
        // The echo comes from inside: nsenter(1) has become cat(1) then.
        talk.say("\n");
        Optional<String> echo = talk.hear(deadline);
        if (echo.equals(Optional.of(""))) {
            return new Pin(Optional.of(talk), file(talk.pid()));
        }
        try {
            throw ToolException.refused(words(talk, echo, deadline));
        } finally {
            talk.close();
        }
    }

    private static String words(Talk talk, Optional<String> first, Deadline deadline) throws ToolException {
        List<String> words = new ArrayList<>();
        for (Optional<String> line = first; line.isPresent(); line = talk.hear(deadline)) {
            words.add(line.get());
        }
        return String.join(" ", words).strip();
    }

    /**
     * Tells whether the namespace is held; once it is not, the number of the process may be that of another.
     *
     * @throws ToolException if the process has ended
     */
    public void requireHeld() throws ToolException {
        if (holder.isPresent() && !holder.get().isAlive()) {
            throw ToolException.lost("the process that held it has ended; open another handler");
        }
    }

    /** {@return a file of the namespace, for as long as the pin is open} */
    public Path file() {
        return file;
    }

    /** Ends the process, and waits until it is gone. */
    @Override
    public void close() {
        holder.ifPresent(Talk::close);
    }

    private static Path file(long pid) {
        return Path.of("/proc", Long.toString(pid), "ns", "net");
    }

    private static boolean isSame(Path one, Path other) {
        try {
            return Files.isSameFile(one, other);
        } catch (IOException e) {
            // Entering it will tell why it cannot be seen.
            return false;
        }
    }
}
