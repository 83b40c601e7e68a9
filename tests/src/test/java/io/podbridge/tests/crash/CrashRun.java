package io.podbridge.tests.crash;

import io.podbridge.Bindings;
import io.podbridge.BridgePodNetworkConfigurator;
import io.podbridge.RecordedBinding.State;
import io.podbridge.event.BindingListener;
import io.podbridge.event.VerbCall;
import io.podbridge.internal.engine.Engine;
import io.podbridge.internal.watch.Watch;
import io.podbridge.journal.FileBindingJournal;
import io.podbridge.netlink.NetlinkHandler;
import io.podbridge.netlink.NetlinkHandlers;
import io.podbridge.netlink.RequestListener;
import io.podbridge.netlink.model.HardwareAddress;
import io.podbridge.netlink.model.Link;
import io.podbridge.netlink.model.Sysctl;
import io.podbridge.netlink.state.NamespaceState;
import io.podbridge.testkit.FakePod;
import io.podbridge.testkit.Faults;
import io.podbridge.testkit.RecordedRequest;
import io.podbridge.testkit.SimulatedCrash;
import io.podbridge.tests.matrix.ChangingVerb;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Random;

import static org.assertj.core.api.Assertions.assertThat;

/** One pod and one journal directory; processes come, die or fail at a chosen point or not, and go. Every process throws the same dice. */
final class CrashRun {
    private static final Clock CLOCK = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);
    private static final long DICE = 4711;
    /** What a placeholder of kind veth hangs on. */
    private static final String SECOND_END = "pb";

    private final PodCase kind;
    private final FakePod pod;
    private final Path directory;

    CrashRun(PodCase kind, Path directory) {
        this.kind = kind;
        this.pod = kind.make();
        this.directory = directory;
    }

    Path directory() {
        return directory;
    }

    /** {@return all there is, but for the MAC addresses that nobody chose: the kernel throws dice for them} */
    NamespaceState state() {
        NamespaceState state = pod.snapshot();
        return new NamespaceState(state.links().stream().map(CrashRun::withoutDice).toList(), state.addresses(), state.routes(),
                state.neighbours());
    }

    private static Link withoutDice(Link link) {
        boolean chosen = link.tun().isEmpty() && !link.name().startsWith(SECOND_END);
        return chosen ? link : link.toBuilder().hardwareAddress(HardwareAddress.parse("02:00:00:00:00:00")).build();
    }

    /** {@return the verbs of a process that lives} */
    BridgePodNetworkConfigurator configurator() {
        return configurator(RequestListener.NONE);
    }

    /** {@return the same with somebody who hears of each request} */
    BridgePodNetworkConfigurator configurator(RequestListener listener) {
        return bindings().withListener(listener).configurator(pod.namespace(), kind.binding());
    }

    Bindings bindings() {
        return Bindings.in(directory).withHandlers(NetlinkHandlers.of(pod.kernel().provider())).withClockAndRandom(CLOCK,
                new Random(DICE));
    }

    /** {@return how many requests the kernel has got} */
    int requests() {
        return pod.kernel().requests().size();
    }

    /** {@return how many requests it takes when nothing disturbs it} */
    int requestsOf(ChangingVerb verb) {
        int before = requests();
        verb.through(configurator());
        return requests() - before;
    }

    /** Does it all, to see at which points a process that does it can die. */
    List<DeathPoint> points(ChangingVerb verb) {
        int before = requests();
        int writes = perform(verb, JournalHook.NONE);
        List<RecordedRequest> requests = pod.kernel().requests();
        return DeathPoint.all(requests.subList(before, requests.size()), writes);
    }

    /** Does it with a journal that something happens to. */
    int perform(ChangingVerb verb, JournalHook hook) {
        HookedJournal journal = new HookedJournal(
                FileBindingJournal.of(directory, pod.namespace().inode(), kind.binding().interfaceName()), hook);
        try (NetlinkHandler handler = pod.open()) {
            Watch watch = new Watch(
                    new VerbCall(io.podbridge.event.Verb.PREPARE, pod.namespace(), kind.binding().interfaceName()),
                    BindingListener.NONE);
            verb.with(new Engine(handler, journal, kind.binding(), CLOCK, new Random(DICE), watch));
        }
        return journal.writes();
    }

    /** {@return what was thrown, if anything} */
    Optional<RuntimeException> performWith(Faults faults, ChangingVerb verb) {
        return failureOf(faults, () -> verb.through(configurator()));
    }

    /** {@return what was thrown, if anything} */
    Optional<RuntimeException> prepareTakingBack(Faults faults) {
        return failureOf(faults,
                () -> bindings().configurator(pod.namespace(), kind.binding().withRollback(true)).preparePodNetworkInterface());
    }

    private Optional<RuntimeException> failureOf(Faults faults, Runnable work) {
        pod.kernel().inject(faults);
        try {
            work.run();
            return Optional.empty();
        } catch (RuntimeException e) {
            return Optional.of(e);
        } finally {
            pod.kernel().inject(Faults.none());
        }
    }

    /** A process that dies there. */
    void die(ChangingVerb verb, DeathPoint point) {
        pod.kernel().inject(point instanceof DeathPoint.InRequest(int number, int parts)
                ? Faults.none().dyingAfter(number, parts)
                : Faults.none());
        JournalHook hook = point instanceof DeathPoint.InJournal(int number, JournalHook.Moment moment)
                ? JournalHook.dying(directory, number, moment)
                : JournalHook.NONE;
        assertThat(hasDied(verb, hook)).as("%s is dead at %s", verb, point).isTrue();
        pod.kernel().inject(Faults.none());
    }

    private boolean hasDied(ChangingVerb verb, JournalHook hook) {
        try {
            perform(verb, hook);
            return false;
        } catch (SimulatedCrash | JournalHook.Death death) {
            return true;
        }
    }

    /** Goes on, or goes back at once, and ends where it began. Without a cookie a journal that left no trace may have been set aside. */
    void recover(ChangingVerb next, NamespaceState before, String why) {
        if (next == ChangingVerb.PREPARE) {
            configurator().preparePodNetworkInterface();
            assertThat(configurator().verify()).as(why).isEmpty();
        }
        configurator().release();
        assertThat(state()).as(why).isEqualTo(before);
        assertThat(bindings().list()).as(why).allMatch(left -> kind == PodCase.WITHOUT_COOKIE && left.state() == State.GONE);
        assertThat(bridgeNetfilter()).as(why).contains("1");
    }

    private Optional<String> bridgeNetfilter() {
        try (NetlinkHandler handler = pod.open()) {
            return handler.sysctl(Sysctl.of("net", "bridge", "bridge-nf-call-iptables"));
        }
    }
}
