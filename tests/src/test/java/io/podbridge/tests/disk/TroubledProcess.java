package io.podbridge.tests.disk;

import io.podbridge.BindingException;
import io.podbridge.Bindings;
import io.podbridge.BridgePodNetworkConfigurator;
import io.podbridge.JournalException;
import io.podbridge.RecordedBinding;
import io.podbridge.binding.BridgeBinding;
import io.podbridge.binding.Phase;
import io.podbridge.netlink.HandlerOptions;
import io.podbridge.netlink.NetlinkHandler;
import io.podbridge.netlink.NetworkNamespace;
import io.podbridge.netlink.RequestListener;
import io.podbridge.netlink.state.NamespaceState;
import io.podbridge.testkit.netns.Eventually;
import io.podbridge.tests.matrix.Backend;
import io.podbridge.tests.matrix.ChangingVerb;
import io.podbridge.tests.matrix.Tally;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** A process in a mount namespace of its own, where the directory of journals gets into trouble at every moment of a verb, and out of it. */
final class TroubledProcess {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final BridgeBinding BINDING = BridgeBinding.of("eth0").withTapOwner(107, 107);

    private final Backend backend;
    private final ChangingVerb verb;
    private final Trouble trouble;
    private final NetworkNamespace pod;
    private final Path directory;

    private TroubledProcess(Backend backend, ChangingVerb verb, Trouble trouble, NetworkNamespace pod, Path directory) {
        this.backend = backend;
        this.verb = verb;
        this.trouble = trouble;
        this.pod = pod;
        this.directory = directory;
    }

    /**
     * Goes through all moments.
     *
     * @param arguments backend, verb, trouble, the pod's namespace, the directory of journals
     */
    public static void main(String[] arguments) throws Exception {
        new TroubledProcess(Backend.valueOf(arguments[0]), ChangingVerb.valueOf(arguments[1]), Trouble.valueOf(arguments[2]),
                NetworkNamespace.ofName(arguments[3]), Path.of(arguments[4])).everyMoment();
    }

    private void everyMoment() throws Exception {
        NamespaceState before = state();
        Tally tally = new Tally();
        boolean come = true;
        for (int at = 0; come; at++) {
            if (verb == ChangingVerb.RELEASE) {
                configurator(Bindings.in(directory)).preparePodNetworkInterface();
            }
            Moment moment = new Moment(at, this::begin);
            Optional<BindingException> failure = perform(moment);
            come = moment.hasCome();
            if (come) {
                judge(failure, at);
                trouble.end(directory);
                if (failure.isPresent() && at <= Moment.OPENED) {
                    assertThat(moment.requests()).as("requests; %s at moment %s", trouble, at).isZero();
                    assertUntouched(before, at);
                }
                tally.count(true);
            }
            recover(at, before);
        }
        tally.report("journal directory: " + trouble + ": " + backend + ": " + verb + ": in trouble");
    }

    private Boolean begin() throws Exception {
        trouble.begin(directory);
        return true;
    }

    private Optional<BindingException> perform(Moment moment) {
        moment.next();
        RequestListener listener = (outcome, time) -> {
            if (moment.requests() == 0) {
                assertThatJournalIsAhead();
            }
            moment.next();
        };
        Bindings bindings = Bindings.in(directory).withHandlers(moment.around(backend.handlers())).withListener(listener);
        return Optional.ofNullable(
                catchThrowableOfType(BindingException.class, () -> verb.through(bindings.configurator(pod, BINDING))));
    }

    private void assertThatJournalIsAhead() {
        assertThat(Bindings.in(directory).list()).extracting(RecordedBinding::phase)
                .containsExactly(Optional.of(verb == ChangingVerb.PREPARE ? Phase.PREPARING : Phase.RELEASING));
    }

    private void judge(Optional<BindingException> failure, int at) {
        String why = trouble + " at moment " + at;
        assertThat(failure.<Class<?>>map(Object::getClass)).as(why).isEqualTo(trouble.expected(verb, at > Moment.OPENED));
        failure.ifPresent(thrown -> assertThat(thrown.getMessage()).as(why).contains(trouble.words()).doesNotContain("\n"));
        failure.filter(JournalException.class::isInstance).ifPresent(
                thrown -> assertThat(thrown.getMessage()).as(why).startsWith("cannot ").contains(directory.toString()));
    }

    /** What was to be bound is as it was, and what was to be released is still bound. */
    private void assertUntouched(NamespaceState before, int at) {
        if (verb == ChangingVerb.PREPARE) {
            assertUnchangedSince(before, at);
        } else {
            assertThat(configurator(Bindings.in(directory)).verify()).as("moment %s", at).isEmpty();
        }
    }

    private void recover(int at, NamespaceState before) {
        BridgePodNetworkConfigurator next = configurator(Bindings.in(directory));
        if (at % 2 == 0) {
            next.preparePodNetworkInterface();
            assertThat(next.verify()).as("moment %s", at).isEmpty();
        }
        next.release();
        assertThat(Bindings.in(directory).list()).as("moment %s", at).isEmpty();
        assertUnchangedSince(before, at);
    }

    private BridgePodNetworkConfigurator configurator(Bindings bindings) {
        return bindings.withHandlers(backend.handlers()).configurator(pod, BINDING);
    }

    private NamespaceState state() {
        try (NetlinkHandler handler = backend.handlers().open(HandlerOptions.of(pod))) {
            return NamespaceState.read(handler);
        }
    }

    /** The kernel takes its time with the routes of IPv6 addresses. */
    private void assertUnchangedSince(NamespaceState before, int at) {
        assertThat(Eventually.read(PATIENCE, () -> before.difference(state()), List::isEmpty))
                .as("%s at moment %s", trouble, at).isEmpty();
    }
}
