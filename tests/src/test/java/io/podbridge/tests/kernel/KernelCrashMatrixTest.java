package io.podbridge.tests.kernel;

import io.podbridge.Bindings;
import io.podbridge.BridgePodNetworkConfigurator;
import io.podbridge.RecordedBinding;
import io.podbridge.binding.BridgeBinding;
import io.podbridge.netlink.RequestListener;
import io.podbridge.testkit.NetnsExtension;
import io.podbridge.testkit.PodSnapshot;
import io.podbridge.testkit.TestPod;
import io.podbridge.tests.matrix.Backend;
import io.podbridge.tests.matrix.ChangingVerb;
import io.podbridge.tests.matrix.Combinations;
import io.podbridge.tests.matrix.Tally;
import io.podbridge.tests.vm.GuestSuites;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static io.podbridge.testkit.assertions.PodbridgeAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** On the real kernel a verb ends after any of its requests; the next one goes on, or goes back, and the pod is as it was. */
@ExtendWith(NetnsExtension.class)
class KernelCrashMatrixTest {
    private static final int FAR_MORE_THAN_A_VERB_SENDS = 1000;

    @TempDir
    Path journals;

    /** Where the processor is emulated, the processes of iproute2 would take half an hour. */
    static Stream<Arguments> verbs() {
        return Combinations.of(Backend.values(), ChangingVerb.values())
                .filter(chosen -> chosen.get()[0] == Backend.PANAMA || !GuestSuites.isEmulated());
    }

    @ParameterizedTest
    @MethodSource("verbs")
    void theNextVerbRecovers(Backend backend, ChangingVerb dying, TestPod pod) {
        addAddresses(pod);
        PodSnapshot before = pod.snapshot();
        Tally dead = new Tally();
        boolean alive = false;
        for (int request = 1; !alive && request < FAR_MORE_THAN_A_VERB_SENDS; request++) {
            if (dying == ChangingVerb.RELEASE) {
                ChangingVerb.PREPARE.through(configurator(backend, pod, RequestListener.NONE));
            }
            BridgePodNetworkConfigurator mortal = configurator(backend, pod, Crash.after(request));
            alive = Crash.isSurvivedBy(() -> dying.through(mortal));
            recover(backend, request % 2 == 0 ? ChangingVerb.PREPARE : ChangingVerb.RELEASE);
            pod.awaitLinkLocal();
            assertThat(pod).as("%s dead after request %s", dying, request).isUnchangedSince(before);
            dead.count(!alive);
        }
        assertThat(alive).as("the last one got to its end").isTrue();
        dead.report("kernel crash matrix: " + backend + ": " + dying + ": dead");
    }

    /** More addresses than one: their labels and their order are what a crash half-way puts at risk. */
    private static void addAddresses(TestPod pod) {
        pod.ip("addr", "add", "10.244.1.8/24", "dev", "eth0", "label", "eth0");
        pod.ip("addr", "add", "10.66.0.5/16", "dev", "eth0", "label", "eth0:x");
        pod.ip("-6", "addr", "add", "fd00:66::5/64", "dev", "eth0", "nodad");
    }

    /** A release that got to its end has left nothing to recover. */
    private void recover(Backend backend, ChangingVerb next) {
        for (RecordedBinding left : bindings(backend).list()) {
            if (left.state() == RecordedBinding.State.LIVE) {
                go(left.configurator(), next);
            } else {
                // Its links are gone and so is all that it could be told by, without the namespace's cookie.
                assertThat(backend).as(left.toString()).isEqualTo(Backend.IPROUTE2);
                left.forget();
            }
        }
        assertThat(bindings(backend).list()).isEmpty();
    }

    private static void go(BridgePodNetworkConfigurator left, ChangingVerb next) {
        next.through(left);
        if (next == ChangingVerb.PREPARE) {
            assertThat(left.verify()).isEmpty();
            left.release();
        }
    }

    private BridgePodNetworkConfigurator configurator(Backend backend, TestPod pod, RequestListener listener) {
        return bindings(backend).withListener(listener).configurator(pod.namespace(),
                BridgeBinding.of("eth0").withTapOwner(1, 2));
    }

    private Bindings bindings(Backend backend) {
        return Bindings.in(journals).withHandlers(backend.handlers());
    }
}
