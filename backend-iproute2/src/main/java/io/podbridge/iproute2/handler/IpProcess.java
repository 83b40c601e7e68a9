package io.podbridge.iproute2.handler;

import io.podbridge.iproute2.process.Answer;
import io.podbridge.iproute2.process.Batch;
import io.podbridge.iproute2.process.Deadline;
import io.podbridge.iproute2.process.SettingsFolder;
import io.podbridge.iproute2.process.ToolException;
import io.podbridge.iproute2.process.Toolbox;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An {@code ip(8)} that waits to be asked. For as long as it lives it shows each link by the name under which it first saw it, in what it says
 * of other links, of routes and of neighbours: so it is told what it has seen, and knows when it can no more be asked for those. For
 * what is told by index alone it serves on. It keeps its namespace alive, and should this JVM die, it ends too.
 */
final class IpProcess implements AutoCloseable {
    /** JSON, with all details, and numbers instead of names that a file could change. */
    private static final List<String> PROGRAM = List.of("ip", "-j", "-d", "-N");

    private final Batch batch;
    private final Path folder;
    private final Map<Integer, String> remembered = new HashMap<>();
    private boolean wasAsked;
    private boolean isMistaken;

    private IpProcess(Batch batch, Path folder) {
        this.batch = batch;
        this.folder = folder;
    }

    static IpProcess start(Toolbox tools, Path folder, Deadline deadline) throws ToolException {
        return new IpProcess(Batch.enter(tools, PROGRAM, folder, deadline), folder);
    }

    /** {@return the program and its options, for messages} */
    static List<String> program() {
        return PROGRAM;
    }

    Answer ask(List<String> words, Deadline deadline) throws ToolException {
        return batch.ask(words, deadline);
    }

    List<Answer> askAll(List<List<String>> commands, Deadline deadline) throws ToolException {
        wasAsked = true;
        return batch.askAll(commands, deadline);
    }

    /** It has told this link, and remembers the name if it knew none before. */
    void saw(int index, String name) {
        String known = remembered.putIfAbsent(index, name);
        isMistaken |= known != null && !known.equals(name);
    }

    /** Links have, or may have, other names by now; who was never asked for any knows none. */
    void mistrust() {
        isMistaken |= wasAsked;
    }

    boolean isMistaken() {
        return isMistaken;
    }

    boolean isAlive() {
        return batch.isAlive();
    }

    Path namespace() {
        return batch.namespace();
    }

    /** {@return where the one that takes its place has to be for the settings there} */
    Path folder() {
        return folder;
    }

    Optional<SettingsFolder> settings() {
        return batch.isAlive() ? batch.settings() : Optional.empty();
    }

    @Override
    public void close() {
        batch.close();
    }
}
