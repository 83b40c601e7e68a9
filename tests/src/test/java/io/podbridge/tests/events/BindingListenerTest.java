package io.podbridge.tests.events;

import io.podbridge.Bindings;
import io.podbridge.BridgePodNetworkConfigurator;
import io.podbridge.PreparedPod;
import io.podbridge.RefusedException;
import io.podbridge.StepFailedException;
import io.podbridge.binding.BridgeBinding;
import io.podbridge.event.BindingListener;
import io.podbridge.event.PhaseEvent;
import io.podbridge.event.RequestEvent;
import io.podbridge.event.StepEvent;
import io.podbridge.event.Verb;
import io.podbridge.event.VerbCall;
import io.podbridge.event.VerbEvent;
import io.podbridge.netlink.Errno;
import io.podbridge.netlink.NetlinkHandlers;
import io.podbridge.netlink.RequestOutcome;
import io.podbridge.netlink.request.NetlinkRequest;
import io.podbridge.testkit.FakeKernel;
import io.podbridge.testkit.FakePod;
import io.podbridge.testkit.Faults;
import io.podbridge.testkit.RecordedRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** A listener hears all that a verb does, in order, and cannot do it harm. */
class BindingListenerTest {
    @TempDir
    Path journals;

    private final FakeKernel kernel = FakeKernel.create();
    private final FakePod pod = FakePod.create(kernel);
    private final Heard heard = new Heard();

    private BridgePodNetworkConfigurator configurator(BindingListener listener) {
        return configurator(listener, "eth0");
    }

    private BridgePodNetworkConfigurator configurator(BindingListener listener, String interfaceName) {
        return Bindings.in(journals).withHandlers(NetlinkHandlers.of(kernel.provider())).withListener(listener)
                .configurator(pod.namespace(), BridgeBinding.of(interfaceName).withTapOwner(107, 107));
    }

    @Test
    void eachRequestIsHeardOnceAndInOrder() {
        int before = kernel.requests().size();
        configurator(heard).preparePodNetworkInterface();

        List<NetlinkRequest> sent = kernel.requests().stream().skip(before).map(RecordedRequest::request).toList();
        assertThat(heard.requests).extracting(event -> event.outcome().request()).isNotEmpty().isEqualTo(sent);
        assertThat(heard.requests).allMatch(event -> event.outcome().isDone() && !event.time().isNegative());
    }

    @Test
    void theStepsThatChangedSomethingAreHeardWithTheirRequests() {
        PreparedPod prepared = configurator(heard).preparePodNetworkInterface();

        List<String> changed = prepared.steps().stream().filter(PreparedPod.StepResult::changed)
                .map(PreparedPod.StepResult::name).toList();
        assertThat(heard.steps.stream().filter(step -> step.requests() > 0).map(StepEvent::step).distinct())
                .containsExactlyElementsOf(changed);
        assertThat(heard.steps.stream().mapToInt(StepEvent::requests).sum()).isEqualTo(heard.requests.size());
        assertThat(heard.steps).filteredOn(step -> step.step().equals(StepEvent.LOOK)).isNotEmpty();
    }

    @Test
    void thePhasesAreThoseThatTheJournalGoesThrough() {
        configurator(heard).preparePodNetworkInterface();
        assertThat(heard.moves()).containsExactly("PENDING->PREPARING", "PREPARING->PREPARED", "PREPARED->PREPARED");
        heard.phases.clear();
        configurator(heard).release();
        assertThat(heard.moves()).containsExactly("PREPARED->RELEASING", "RELEASING->PENDING", "PENDING->PENDING");
    }

    @Test
    void thePhasesOfACallDoNotLastLongerThanTheCall() {
        configurator(heard).preparePodNetworkInterface();

        Duration inPhases = heard.phases.stream().map(PhaseEvent::time).reduce(Duration.ZERO, Duration::plus);
        assertThat(heard.verbs).singleElement().satisfies(verb -> assertThat(inPhases).isLessThanOrEqualTo(verb.time()));
    }

    @Test
    void theCallIsToldWithEveryEvent() {
        configurator(heard).preparePodNetworkInterface();

        VerbCall call = new VerbCall(Verb.PREPARE, pod.namespace(), "eth0");
        assertThat(heard.requests).extracting(RequestEvent::call).containsOnly(call);
        assertThat(heard.steps).extracting(StepEvent::call).containsOnly(call);
        assertThat(heard.phases).extracting(PhaseEvent::call).containsOnly(call);
        assertThat(heard.verbs).extracting(VerbEvent::call).containsExactly(call);
    }

    @Test
    void aFailureIsHeardOfTheRequestTheStepAndTheVerb() {
        kernel.inject(Faults.none().failing(3, Errno.named("EBUSY")));
        assertThatThrownBy(() -> configurator(heard).preparePodNetworkInterface()).isInstanceOf(StepFailedException.class);

        assertThat(heard.requests).last().extracting(RequestEvent::outcome).extracting(RequestOutcome::status)
                .isEqualTo(RequestOutcome.Status.FAILED);
        assertThat(heard.steps).last().satisfies(step -> assertThat(step.failure()).get()
                .satisfies(failure -> assertThat(failure.errno()).contains(Errno.named("EBUSY"))));
        assertThat(heard.phases).last().matches(event -> !event.hasMoved());
        assertThat(heard.verbs).singleElement()
                .satisfies(verb -> assertThat(verb.failure()).get().isInstanceOf(StepFailedException.class));
    }

    @Test
    void aRefusalIsHeardAsTheCallerGetsIt() {
        assertThatThrownBy(() -> configurator(heard, "eth7").preparePodNetworkInterface()).isInstanceOf(RefusedException.class);

        assertThat(heard.requests).isEmpty();
        assertThat(heard.verbs).singleElement()
                .satisfies(verb -> assertThat(verb.failure()).get().isInstanceOf(RefusedException.class));
    }

    @Test
    void aListenerThatThrowsBreaksNothing() {
        BindingListener broken = new BindingListener() {
            @Override
            public void requestAnswered(RequestEvent event) {
                throw new IllegalStateException("request");
            }

            @Override
            public void stepEnded(StepEvent event) {
                throw new IllegalStateException("step");
            }

            @Override
            public void phaseEnded(PhaseEvent event) {
                throw new IllegalStateException("phase");
            }

            @Override
            public void verbEnded(VerbEvent event) {
                throw new IllegalStateException("verb");
            }
        };
        assertThat(configurator(broken).preparePodNetworkInterface().changed()).isTrue();
        assertThat(configurator(heard).verify()).isEmpty();
        assertThat(configurator(broken).release()).isTrue();
    }
}
