package io.podbridge;

import io.podbridge.binding.BridgeBinding;
import io.podbridge.event.BindingListener;
import io.podbridge.event.Verb;
import io.podbridge.event.VerbCall;
import io.podbridge.internal.engine.Liveness;
import io.podbridge.internal.watch.Watch;
import io.podbridge.journal.BindingRecord;
import io.podbridge.journal.FileBindingJournal;
import io.podbridge.journal.JournalProblem;
import io.podbridge.netlink.HandlerOptions;
import io.podbridge.netlink.NetlinkHandlers;
import io.podbridge.netlink.NetworkNamespace;
import io.podbridge.netlink.RequestListener;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * The bindings of one machine: where their journals are, and how they are made. Immutable and safe for several threads; each
 * {@code with...} returns a changed copy. Making one opens nothing.
 */
public final class Bindings {
    /** Where journals are kept unless said otherwise: on a tmpfs, since a network namespace does not outlive a reboot either. */
    public static final Path DEFAULT_DIRECTORY = Path.of("/run/podbridge");

    private final Path directory;
    private final Options options;

    private Bindings(Path directory, Options options) {
        this.directory = directory;
        this.options = options;
    }

    /** The backends are looked for when the first verb needs one, so that making a {@code Bindings} opens nothing. */
    private record Options(Supplier<NetlinkHandlers> handlers, Duration lockWait, Duration deadline, BindingListener listener,
            Clock clock, RandomGenerator random) {}

    /**
     * The bindings whose journals are in a directory, with the installed backend that is chosen.
     *
     * @param directory where the journals are; made with mode 0700 when a verb that may change something needs its lock
     * @return the bindings
     */
    public static Bindings in(Path directory) {
        return new Bindings(directory.toAbsolutePath(), new Options(NetlinkHandlers::installed, Duration.ZERO,
                HandlerOptions.DEFAULT_DEADLINE, BindingListener.NONE, Clock.systemUTC(), new SecureRandom()));
    }

    /**
     * With other backends, such as the testkit's in-memory kernel.
     *
     * @param handlers the backends and the choice among them
     * @return the changed bindings
     */
    public Bindings withHandlers(NetlinkHandlers handlers) {
        return new Bindings(directory,
                new Options(() -> handlers, options.lockWait, options.deadline, options.listener, options.clock,
                        options.random));
    }

    /**
     * With another time to wait for somebody else who works on the same interface.
     *
     * @param longest how long to wait; zero, the default, for not at all
     * @return the changed bindings
     */
    public Bindings withWait(Duration longest) {
        return new Bindings(directory,
                new Options(options.handlers, longest, options.deadline, options.listener, options.clock, options.random));
    }

    /**
     * With another time that one call of the kernel may take.
     *
     * @param longest the deadline
     * @return the changed bindings
     */
    public Bindings withDeadline(Duration longest) {
        return new Bindings(directory,
                new Options(options.handlers, options.lockWait, longest, options.listener, options.clock, options.random));
    }

    /**
     * With a listener that hears of each request, in place of any other. An exception that it throws is logged and goes no further.
     *
     * @param listener hears of each request
     * @return the changed bindings
     */
    public Bindings withListener(RequestListener listener) {
        return withListener(BindingListener.ofRequests(listener));
    }

    /**
     * With a listener that hears of requests, steps, phases and verbs, in place of any other.
     *
     * @param listener hears of each
     * @return the changed bindings
     */
    public Bindings withListener(BindingListener listener) {
        return new Bindings(directory,
                new Options(options.handlers, options.lockWait, options.deadline, listener, options.clock, options.random));
    }

    /**
     * With another clock and another source of random numbers, for tests.
     *
     * @param clock tells when something was read
     * @param random chooses indices, names and the bridge's MAC address
     * @return the changed bindings
     */
    public Bindings withClockAndRandom(Clock clock, RandomGenerator random) {
        return new Bindings(directory,
                new Options(options.handlers, options.lockWait, options.deadline, options.listener, clock, random));
    }

    /** {@return where the journals are} */
    public Path directory() {
        return directory;
    }

    /**
     * The configurator of one interface of one pod. Nothing is opened.
     *
     * @param namespace the pod's namespace
     * @param binding what to build
     * @return the configurator
     */
    public BridgePodNetworkConfigurator configurator(NetworkNamespace namespace, BridgeBinding binding) {
        return new BridgePodNetworkConfigurator(this, namespace, binding);
    }

    /**
     * Every binding that has a journal, and whether its namespace still lives. A journal that was set aside, since a later namespace has the
     * inode of the one that it is about, is among those that are {@link RecordedBinding.State#GONE}. Nothing is changed.
     *
     * @return the bindings, by the names of their files
     * @throws JournalException if the directory cannot be read
     */
    public List<RecordedBinding> list() {
        try {
            Liveness liveness = new Liveness(this::handlers, this::options);
            return Stream.concat(recorded(FileBindingJournal.list(directory), liveness::namespace),
                    recorded(FileBindingJournal.listSetAside(directory), setAside -> Optional.empty()))
                    .sorted(Comparator.comparing(RecordedBinding::file)).toList();
        } catch (JournalProblem e) {
            throw new JournalException(e);
        }
    }

    private Stream<RecordedBinding> recorded(List<Path> files, Function<BindingRecord, Optional<NetworkNamespace>> liveness) {
        return files.stream().flatMap(file -> RecordedBinding.read(this, file, liveness).stream());
    }

    NetlinkHandlers handlers() {
        return options.handlers.get();
    }

    HandlerOptions options(NetworkNamespace namespace) {
        return HandlerOptions.of(namespace).withDeadline(options.deadline);
    }

    Watch watch(Verb verb, NetworkNamespace namespace, String interfaceName) {
        return new Watch(new VerbCall(verb, namespace, interfaceName), options.listener);
    }

    Duration lockWait() {
        return options.lockWait;
    }

    Clock clock() {
        return options.clock;
    }

    RandomGenerator random() {
        return options.random;
    }
}
