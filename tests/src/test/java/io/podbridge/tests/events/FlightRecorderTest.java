package io.podbridge.tests.events;

import io.podbridge.Bindings;
import io.podbridge.BridgePodNetworkConfigurator;
import io.podbridge.StepFailedException;
import io.podbridge.binding.BridgeBinding;
import io.podbridge.event.BindingListener;
import io.podbridge.netlink.Errno;
import io.podbridge.netlink.NetlinkHandlers;
import io.podbridge.testkit.FakeKernel;
import io.podbridge.testkit.FakePod;
import io.podbridge.testkit.Faults;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** A flight recording tells where the time of a verb went, without any setting. */
class FlightRecorderTest {
    @TempDir
    Path scratch;

    private final FakeKernel kernel = FakeKernel.create();
    private final FakePod pod = FakePod.create(kernel);
    private final Heard heard = new Heard();

    private BridgePodNetworkConfigurator configurator(BindingListener listener) {
        return Bindings.in(scratch.resolve("journals")).withHandlers(NetlinkHandlers.of(kernel.provider())).withListener(listener)
                .configurator(pod.namespace(), BridgeBinding.of("eth0").withTapOwner(107, 107));
    }

    private List<RecordedEvent> recorded(Runnable work) throws IOException {
        Path file = scratch.resolve("flight.jfr");
        try (Recording recording = new Recording()) {
            recording.start();
            work.run();
            recording.stop();
            recording.dump(file);
        }
        return RecordingFile.readAllEvents(file).stream()
                .filter(event -> event.getEventType().getName().startsWith("podbridge.")).toList();
    }

    private static List<RecordedEvent> named(List<RecordedEvent> events, String name) {
        return events.stream().filter(event -> event.getEventType().getName().equals("podbridge." + name)).toList();
    }

    @Test
    void itHasWhatAListenerHears() throws IOException {
        List<RecordedEvent> events = recorded(() -> configurator(heard).preparePodNetworkInterface());

        assertThat(named(events, "Request")).extracting(event -> event.getString("commands")).isNotEmpty()
                .containsExactlyElementsOf(heard.requests.stream().map(event -> event.outcome().request().commands().stream()
                        .map(Object::toString).reduce((one, other) -> one + "; " + other).orElseThrow()).toList());
        assertThat(named(events, "Step")).extracting(event -> event.getString("step"))
                .containsExactlyElementsOf(heard.steps.stream().map(event -> event.step()).toList());
        assertThat(named(events, "Phase")).extracting(event -> event.getString("phase") + "->" + event.getString("next"))
                .containsExactlyElementsOf(heard.moves());
        assertThat(named(events, "Verb")).singleElement().satisfies(verb -> {
            assertThat(verb.getString("verb")).isEqualTo("PREPARE");
            assertThat(verb.getString("interfaceName")).isEqualTo("eth0");
            assertThat(verb.getString("namespace")).isEqualTo(pod.namespace().toString());
            assertThat(verb.getString("failure")).isEmpty();
        });
    }

    @Test
    void requestsLieWithinTheirStepsAndAllOfItWithinTheVerb() throws IOException {
        List<RecordedEvent> events = recorded(() -> configurator(heard).preparePodNetworkInterface());

        List<RecordedEvent> steps = named(events, "Step").stream().filter(step -> step.getInt("requests") > 0).toList();
        assertThat(named(events, "Request")).allSatisfy(request -> assertThat(steps).anyMatch(step -> contains(step, request)));
        RecordedEvent verb = named(events, "Verb").get(0);
        assertThat(events).allMatch(event -> contains(verb, event));
    }

    private static boolean contains(RecordedEvent outer, RecordedEvent inner) {
        Instant begun = outer.getStartTime();
        return !inner.getStartTime().isBefore(begun) && !inner.getEndTime().isAfter(outer.getEndTime());
    }

    @Test
    void aFailureHasItsErrno() throws IOException {
        kernel.inject(Faults.none().failing(3, Errno.named("EBUSY")));
        List<RecordedEvent> events = recorded(() -> assertThatThrownBy(() -> configurator(heard).preparePodNetworkInterface())
                .isInstanceOf(StepFailedException.class));

        assertThat(named(events, "Request")).filteredOn(event -> !event.getString("failure").isEmpty()).singleElement()
                .satisfies(event -> assertThat(event.getString("errno")).isEqualTo("EBUSY"));
        assertThat(named(events, "Step")).filteredOn(event -> !event.getString("failure").isEmpty()).hasSize(1);
        assertThat(named(events, "Verb")).singleElement()
                .satisfies(event -> assertThat(event.getString("failure")).contains("EBUSY"));
    }

    @Test
    void whatAListenerThrowsIsNothingToTheRecording() throws IOException {
        BindingListener broken = BindingListener.ofRequests((outcome, time) -> {
            throw new IllegalStateException("broken");
        });
        List<RecordedEvent> events = recorded(() -> configurator(broken).preparePodNetworkInterface());
        assertThat(named(events, "Request")).isNotEmpty();
    }
}
