package io.podbridge.tests.crash;

import io.podbridge.Bindings;
import io.podbridge.BridgePodNetworkConfigurator;
import io.podbridge.internal.engine.Engine;
import io.podbridge.journal.FileBindingJournal;
import io.podbridge.netlink.NetlinkHandler;
import io.podbridge.netlink.NetlinkHandlers;
import io.podbridge.netlink.model.Link;
import io.podbridge.netlink.model.LinkKind;
import io.podbridge.netlink.model.HardwareAddress;
import io.podbridge.netlink.state.NamespaceState;
import io.podbridge.testkit.FakePod;
import io.podbridge.testkit.Faults;
import io.podbridge.testkit.RecordedRequest;
import io.podbridge.testkit.SimulatedCrash;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;

import static org.assertj.core.api.Assertions.assertThat;

/** One pod and one journal directory; processes come, die at a chosen point or not, and go. Every process throws the same dice. */
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

    /** {@return all there is, but for the MAC addresses that nobody chose: the kernel throws dice for them} */
    NamespaceState state() {
        NamespaceState state = pod.snapshot();
        return new NamespaceState(state.links().stream().map(CrashRun::withoutDice).toList(), state.addresses(), state.routes(),
                state.neighbours());
    }

    private static Link withoutDice(Link link) {
        boolean chosen = !link.kind().equals(LinkKind.TUN) && !link.name().startsWith(SECOND_END);
        return chosen ? link : link.toBuilder().hardwareAddress(HardwareAddress.parse("02:00:00:00:00:00")).build();
    }

    /** {@return the verbs of a process that lives} */
    BridgePodNetworkConfigurator configurator() {
        return bindings().configurator(pod.namespace(), kind.binding());
    }

    Bindings bindings() {
        return Bindings.in(directory).withHandlers(NetlinkHandlers.of(pod.kernel().provider())).withClockAndRandom(CLOCK,
                new Random(DICE));
    }

    /** Does it all, to see at which points a process that does it can die. */
    List<DeathPoint> points(Verb verb) {
        int before = pod.kernel().requests().size();
        MortalJournal journal = journal(0, MortalJournal.Moment.BEFORE);
        perform(verb, journal);
        List<RecordedRequest> requests = pod.kernel().requests();
        return DeathPoint.all(requests.subList(before, requests.size()), journal.writes());
    }

    /** A process that dies there. */
    void die(Verb verb, DeathPoint point) {
        pod.kernel().inject(point instanceof DeathPoint.InRequest(int number, int parts)
                ? Faults.none().dyingAfter(number, parts)
                : Faults.none());
        MortalJournal journal = point instanceof DeathPoint.InJournal(int number, MortalJournal.Moment moment)
                ? journal(number, moment)
                : journal(0, MortalJournal.Moment.BEFORE);
        assertThat(hasDied(verb, journal)).as("%s is dead at %s", verb, point).isTrue();
        pod.kernel().inject(Faults.none());
    }

    private boolean hasDied(Verb verb, MortalJournal journal) {
        try {
            perform(verb, journal);
            return false;
        } catch (SimulatedCrash | MortalJournal.Death death) {
            return true;
        }
    }

    private void perform(Verb verb, MortalJournal journal) {
        try (NetlinkHandler handler = pod.open()) {
            verb.with(new Engine(handler, journal, kind.binding(), CLOCK, new Random(DICE)));
        }
    }

    private MortalJournal journal(int at, MortalJournal.Moment moment) {
        FileBindingJournal journal = FileBindingJournal.of(directory, pod.namespace().inode(), kind.binding().interfaceName());
        return new MortalJournal(journal, directory, at, moment);
    }
}
