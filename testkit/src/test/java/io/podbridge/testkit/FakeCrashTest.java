package io.podbridge.testkit;

import io.podbridge.Bindings;
import io.podbridge.BridgePodNetworkConfigurator;
import io.podbridge.binding.BridgeBinding;
import io.podbridge.netlink.NetlinkHandlers;
import io.podbridge.netlink.state.NamespaceState;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** The process dies at every request of a binding and after each of its parts; another one goes on from there. */
class FakeCrashTest {
    @TempDir
    private Path journals = Path.of("unused");

    /** One pod in a machine of its own, so that all runs are alike. */
    private final class Run {
        private final FakeKernel kernel = FakeKernel.create();
        private final FakePod pod = FakePod.create(kernel);
        private final NamespaceState before = pod.snapshot();
        private final Path directory;

        private Run(String name) {
            directory = journals.resolve(name);
        }

        private BridgePodNetworkConfigurator configurator() {
            return Bindings.in(directory).withHandlers(NetlinkHandlers.of(kernel.provider())).configurator(pod.namespace(),
                    BridgeBinding.of("eth0").withTapOwner(107, 107));
        }

        private void dies(Faults faults, Runnable verb) {
            kernel.inject(faults);
            assertThatExceptionOfType(SimulatedCrash.class).isThrownBy(verb::run);
            kernel.inject(Faults.none());
        }

        private void releasesAsBefore() {
            configurator().release();
            assertThat(pod.snapshot()).isEqualTo(before);
        }
    }

    /** Every place at which the process can die while the verb runs: its faults, in the order of the requests. */
    private static List<Faults> deaths(FakeKernel kernel, Runnable verb) {
        int first = kernel.requests().size();
        verb.run();
        List<RecordedRequest> sent = kernel.requests().subList(first, kernel.requests().size());
        List<Faults> deaths = new ArrayList<>();
        for (int request = 0; request < sent.size(); request++) {
            for (int parts = 0; parts <= sent.get(request).parts(); parts++) {
                deaths.add(Faults.none().dyingAfter(request + 1, parts));
            }
        }
        return deaths;
    }

    @Test
    void preparingGoesOnWhereverItDied() {
        Run model = new Run("model");
        List<Faults> deaths = deaths(model.kernel, () -> model.configurator().preparePodNetworkInterface());
        assertThat(deaths).hasSizeGreaterThan(30);

        for (int i = 0; i < deaths.size(); i++) {
            Run run = new Run("prepare-" + i);
            run.dies(deaths.get(i), () -> run.configurator().preparePodNetworkInterface());
            run.configurator().preparePodNetworkInterface();
            assertThat(run.configurator().verify()).as("drift after death %d", i).isEmpty();
            run.releasesAsBefore();
        }
    }

    @Test
    void whatWasHalfPreparedIsGivenBack() {
        Run model = new Run("model");
        List<Faults> deaths = deaths(model.kernel, () -> model.configurator().preparePodNetworkInterface());

        for (int i = 0; i < deaths.size(); i++) {
            Run run = new Run("undo-" + i);
            run.dies(deaths.get(i), () -> run.configurator().preparePodNetworkInterface());
            run.releasesAsBefore();
        }
    }

    @Test
    void releasingGoesOnWhereverItDied() {
        Run model = new Run("model");
        model.configurator().preparePodNetworkInterface();
        List<Faults> deaths = deaths(model.kernel, () -> model.configurator().release());
        assertThat(deaths).hasSizeGreaterThan(20);

        for (int i = 0; i < deaths.size(); i++) {
            Run run = new Run("release-" + i);
            run.configurator().preparePodNetworkInterface();
            run.dies(deaths.get(i), () -> run.configurator().release());
            run.releasesAsBefore();
        }
    }
}
