package io.podbridge.tests.interference;

import io.podbridge.Bindings;
import io.podbridge.BridgePodNetworkConfigurator;
import io.podbridge.NamespaceGoneException;
import io.podbridge.RecordedBinding;
import io.podbridge.StepFailedException;
import io.podbridge.binding.BridgeBinding;
import io.podbridge.netlink.NetlinkException;
import io.podbridge.netlink.RequestListener;
import io.podbridge.testkit.NetnsExtension;
import io.podbridge.tests.matrix.BehindRequest;
import io.podbridge.tests.matrix.ChangingVerb;
import io.podbridge.tests.pods.MortalPod;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * A pod is deleted while it is bound or released. The open handler keeps its namespace until the verb has ended, if its NIC stays; then it is
 * gone, and whoever comes next is told so.
 */
@ExtendWith(NetnsExtension.class)
class VanishingPodTest {
    @TempDir
    Path journals;

    static Stream<Arguments> moments() {
        return Stream.of(Place.values()).flatMap(place -> Stream.of(ChangingVerb.values())
                .flatMap(verb -> IntStream.of(1, 2, 5, 9, 12).mapToObj(request -> Arguments.of(place, verb, request))));
    }

    @ParameterizedTest
    @MethodSource("moments")
    void aPodThatIsDeletedBehindARequestIsGoneAndCanBeForgotten(Place place, ChangingVerb verb, int request) {
        try (MortalPod pod = place.make()) {
            if (verb == ChangingVerb.RELEASE) {
                configurator(pod, RequestListener.NONE).preparePodNetworkInterface();
            }
            BehindRequest deletion = new BehindRequest(request, pod::delete);
            attempt(verb, configurator(pod, deletion));
            assertThat(deletion.heard()).isGreaterThan(request);
            assertThatThrownBy(() -> verb.through(configurator(pod, RequestListener.NONE)))
                    .isInstanceOf(NamespaceGoneException.class).hasMessageContaining("gone")
                    .hasCauseInstanceOf(NetlinkException.class);
            List<RecordedBinding> left = bindings(pod, RequestListener.NONE).list();
            assertThat(left).hasSizeLessThan(2);
            left.forEach(binding -> {
                assertThat(binding.state()).isEqualTo(RecordedBinding.State.GONE);
                binding.forget();
            });
            assertThat(bindings(pod, RequestListener.NONE).list()).isEmpty();
        }
    }

    /** Its NIC goes with a pod whose other end is deleted too. */
    private static void attempt(ChangingVerb verb, BridgePodNetworkConfigurator configurator) {
        try {
            verb.through(configurator);
        } catch (StepFailedException e) {
            assertThat(e.getMessage()).contains("cannot ").doesNotContain("\n");
        }
    }

    private BridgePodNetworkConfigurator configurator(MortalPod pod, RequestListener listener) {
        return bindings(pod, listener).configurator(pod.namespace(), BridgeBinding.of("eth0"));
    }

    private Bindings bindings(MortalPod pod, RequestListener listener) {
        return Bindings.in(journals).withHandlers(pod.handlers()).withListener(listener);
    }
}
