package io.podbridge;

import io.podbridge.binding.Phase;
import io.podbridge.journal.BindingLock;
import io.podbridge.journal.BindingRecord;
import io.podbridge.journal.FileBindingJournal;
import io.podbridge.journal.JournalProblem;
import io.podbridge.netlink.NetlinkException;
import io.podbridge.netlink.NetworkNamespace;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;

/** A binding that has a journal, as {@link Bindings#list} found it: what a crash, or a pod that died, left behind. */
public final class RecordedBinding {
    private final Bindings bindings;
    private final Path file;
    private final Optional<BindingRecord> record;
    private final Optional<NetworkNamespace> namespace;
    private final Optional<String> problem;

    private RecordedBinding(Bindings bindings, Path file, Optional<BindingRecord> record, Optional<NetworkNamespace> namespace,
            Optional<String> problem) {
        this.bindings = bindings;
        this.file = file;
        this.record = record;
        this.namespace = namespace;
        this.problem = problem;
    }

    /** What a recorded binding can be. */
    public enum State {
        /** Its namespace lives: prepare goes on (and binds anew where a release had begun), release goes back. */
        LIVE,
        /** Its namespace is gone: there is nothing left to do but to forget it. */
        GONE,
        /** The file, or the namespace that it is about, cannot be read: {@link #problem} says why. */
        UNREADABLE
    }

    /** {@return the binding of a file; absent if the file has gone since it was listed, as by a release} */
    static Optional<RecordedBinding> read(Bindings bindings, Path file,
            Function<BindingRecord, Optional<NetworkNamespace>> liveness) {
        try {
            return FileBindingJournal.of(file).read().map(record -> new RecordedBinding(bindings, file, Optional.of(record),
                    liveness.apply(record), Optional.empty()));
        } catch (JournalProblem e) {
            return Optional.of(unreadable(bindings, file, e.sentence()));
        } catch (NetlinkException e) {
            return Optional.of(unreadable(bindings, file,
                    "cannot tell whether the namespace of the journal " + file + " lives: " + e.getMessage()));
        }
    }

    private static RecordedBinding unreadable(Bindings bindings, Path file, String problem) {
        return new RecordedBinding(bindings, file, Optional.empty(), Optional.empty(), Optional.of(problem));
    }

    /** {@return whether its namespace lives, or its file cannot be read} */
    public State state() {
        if (problem.isPresent()) {
            return State.UNREADABLE;
        }
        return namespace.isPresent() ? State.LIVE : State.GONE;
    }

    /** {@return its file, its state and, where they are known, interface and phase} */
    @Override
    public String toString() {
        return file + ": " + state() + interfaceName().map(name -> ", interface \"" + name + "\"").orElse("")
                + phase().map(reached -> ", " + reached).orElse("") + problem.map(why -> ", " + why).orElse("");
    }

    /** {@return the journal's file} */
    public Path file() {
        return file;
    }

    /** {@return the file of its namespace; absent if unreadable} */
    public Optional<Path> namespacePath() {
        return record.map(found -> found.identity().path());
    }

    /** {@return the name of its interface; absent if unreadable} */
    public Optional<String> interfaceName() {
        return record.map(found -> found.binding().interfaceName());
    }

    /** {@return how far it is; absent if unreadable} */
    public Optional<Phase> phase() {
        return record.map(BindingRecord::phase);
    }

    /** {@return why the file cannot be read, in one sentence; empty if it can} */
    public String problem() {
        return problem.orElse("");
    }

    /**
     * The configurator that goes on with it.
     *
     * @return the configurator, with the options of the journal
     * @throws IllegalStateException if it is not {@link State#LIVE}
     */
    public BridgePodNetworkConfigurator configurator() {
        if (record.isEmpty() || namespace.isEmpty()) {
            throw new IllegalStateException("the binding in " + file + " is " + state() + " and cannot go on");
        }
        return bindings.configurator(namespace.get(), record.get().binding());
    }

    /**
     * Removes the journal of a binding whose namespace is gone. Harmless if it is removed already, or if a later namespace of the same
     * inode has its own journal there by now: that one stays.
     *
     * @throws IllegalStateException if it is not {@link State#GONE}: the journal is the only copy of what the pod had
     * @throws JournalException if the file cannot be removed
     * @throws BindingBusyException if somebody works on the interface that the file stands for now
     */
    public void forget() {
        if (record.isEmpty() || state() != State.GONE) {
            throw new IllegalStateException("the binding in " + file + " is " + state()
                    + ", and its journal may be the only copy of the pod's addresses and routes; release it instead");
        }
        try {
            BindingLock.acquire(bindings.directory(), record.get().identity().inode(), record.get().binding().interfaceName(),
                    bindings.lockWait()).during(this::deleteIfUnchanged);
        } catch (RuntimeException e) {
            throw OurWords.of(e);
        }
    }

    private boolean deleteIfUnchanged() {
        FileBindingJournal journal = FileBindingJournal.of(file);
        boolean unchanged = journal.read().equals(record);
        if (unchanged) {
            journal.delete();
        }
        return unchanged;
    }
}
