package io.podbridge.tests.interference;

import io.podbridge.BindingException;
import io.podbridge.Bindings;
import io.podbridge.BridgePodNetworkConfigurator;
import io.podbridge.RecordedBinding;
import io.podbridge.binding.BindingNames;
import io.podbridge.binding.BridgeBinding;
import io.podbridge.binding.OwnLinks;
import io.podbridge.journal.BindingRecord;
import io.podbridge.journal.FileBindingJournal;
import io.podbridge.netlink.RequestListener;
import io.podbridge.netlink.model.InterfaceAddress;
import io.podbridge.netlink.model.Link;
import io.podbridge.netlink.model.LinkKind;
import io.podbridge.netlink.state.NamespaceState;
import io.podbridge.tests.matrix.ChangingVerb;
import io.podbridge.tests.pods.MortalPod;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

/** One pod, one verb, one interference in it, and what becomes of all three. */
final class Encounter implements AutoCloseable {
    private static final BridgeBinding BINDING = BridgeBinding.of("eth0").withTapOwner(107, 107);

    private final Place place;
    private final MortalPod subject;
    private final Path journals;
    private final NamespaceState before;
    private Optional<BindingRecord> known = Optional.empty();

    Encounter(Place place, Path journals) {
        this.place = place;
        this.subject = place.make();
        this.journals = journals;
        this.before = subject.settledState();
    }

    @Override
    public void close() {
        subject.close();
    }

    NamespaceState before() {
        return before;
    }

    /** {@return who was met, or was waiting when the verb had ended} */
    Stranger meet(ChangingVerb verb, Interference interference, Stranger.Moment moment) {
        if (verb == ChangingVerb.RELEASE) {
            ChangingVerb.PREPARE.through(configurator(RequestListener.NONE));
        }
        Stranger stranger = new Stranger(subject, interference, this::cast, moment);
        try {
            attempt(verb, stranger);
        } catch (Stranger.Death death) {
            assertThat(moment.deadly()).isTrue();
        }
        return stranger;
    }

    private Optional<Cast> cast() {
        Optional<BindingRecord> record = FileBindingJournal.of(journals, subject.namespace().inode(), BINDING.interfaceName())
                .read();
        known = record.or(() -> known);
        return record.map(found -> new Cast(subject.state(), found));
    }

    /** {@return whether it was done; if not, it was refused in one sentence that names a link or a name of this pod} */
    private boolean attempt(ChangingVerb verb, RequestListener listener) {
        try {
            verb.through(configurator(listener));
            return true;
        } catch (BindingException e) {
            cast();
            assertThat(e.getMessage()).doesNotContain("\n").containsAnyOf(words());
            return false;
        }
    }

    private String[] words() {
        Stream<String> there = subject.state().links().stream().filter(link -> link.index() > 1).map(Link::name);
        Stream<String> ours = known.flatMap(BindingRecord::own).map(OwnLinks::temporaryStem).stream();
        BindingNames names = BINDING.names();
        return Stream.of(there, ours, Stream.of(names.bridge(), names.tap(), names.nic(), BINDING.interfaceName()))
                .flatMap(Function.identity()).toArray(String[]::new);
    }

    /** {@return whether it was done at once, or only after the stranger was gone} */
    boolean recover(ChangingVerb next, Cast left) {
        boolean nicIsThere = left.link(Role.NIC).isPresent();
        boolean atOnce = attempt(next, RequestListener.NONE);
        strangersAreAsTheyWere(left);
        if (!atOnce) {
            withdraw();
            assertThat(insist(next)).as("%s after the stranger withdrew", next)
                    .isEqualTo(nicIsThere || next == ChangingVerb.RELEASE);
        }
        if (next == ChangingVerb.PREPARE && nicIsThere) {
            assertThat(configurator(RequestListener.NONE).verify()).isEmpty();
        }
        return atOnce;
    }

    /** Where nothing else tells that the journal is this pod's, somebody has to say so. */
    private boolean insist(ChangingVerb verb) {
        if (attempt(verb, RequestListener.NONE)) {
            return true;
        }
        if (place == Place.IN_MEMORY_WITHOUT_COOKIE) {
            configurator(RequestListener.NONE).forceRelease();
        }
        return attempt(verb, RequestListener.NONE);
    }

    /** Goes back, and the stranger goes too. */
    NamespaceState end() {
        if (!attempt(ChangingVerb.RELEASE, RequestListener.NONE)) {
            withdraw();
            assertThat(insist(ChangingVerb.RELEASE)).isTrue();
        }
        withdraw();
        assertThat(bindings(RequestListener.NONE).list())
                .allMatch(left -> place == Place.IN_MEMORY_WITHOUT_COOKIE && left.state() == RecordedBinding.State.GONE);
        return subject.settledState();
    }

    private void withdraw() {
        cast();
        Withdrawal.from(subject, before, link -> known.map(record -> isOwn(record, link)).orElse(false));
    }

    private boolean isOwn(BindingRecord record, Link link) {
        return !new Cast(subject.state(), record).strangers().contains(link) && record.pod().link().index() != link.index();
    }

    /** A link that is none of the binding's business keeps its name, state and addresses; a bridge's MTU goes by its ports'. */
    private void strangersAreAsTheyWere(Cast left) {
        NamespaceState now = subject.state();
        for (Link stranger : left.strangers()) {
            Optional<Link> found = now.links().stream().filter(link -> link.index() == stranger.index()).findFirst();
            assertThat(found.map(link -> traits(link, now))).as("the stranger").contains(traits(stranger, left.state()));
        }
    }

    private static List<Object> traits(Link link, NamespaceState state) {
        return List.of(link.name(), link.altNames(), link.isUp(), link.group(), link.master(), macUnlessOfPorts(link),
                state.addressesOf(link).stream().map(InterfaceAddress::prefix).toList());
    }

    /** A bridge that nobody gave a MAC address has that of a port. */
    private static Object macUnlessOfPorts(Link link) {
        return link.isKind(LinkKind.BRIDGE) ? "" : link.mac();
    }

    private BridgePodNetworkConfigurator configurator(RequestListener listener) {
        return bindings(listener).configurator(subject.namespace(), BINDING);
    }

    private Bindings bindings(RequestListener listener) {
        return Bindings.in(journals).withHandlers(subject.handlers()).withListener(listener);
    }
}
