package io.podbridge.tests.deadpods;

import io.podbridge.Bindings;
import io.podbridge.BridgePodNetworkConfigurator;
import io.podbridge.RecordedBinding;
import io.podbridge.netlink.Feature;
import io.podbridge.testkit.FakeKernel;
import io.podbridge.testkit.Faults;
import io.podbridge.testkit.SimulatedCrash;
import io.podbridge.tests.pods.Cluster;
import io.podbridge.tests.pods.FakeCluster;
import io.podbridge.tests.pods.MortalPod;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** A pod dies with the process that works on it, at any moment; the next pod has its inode. */
class DeadHalfWayTest {
    private static final int FAR_MORE_THAN_A_VERB_SENDS = 1000;

    @TempDir
    Path journals;

    static List<Arguments> verbs() {
        Consumer<BridgePodNetworkConfigurator> discover = BridgePodNetworkConfigurator::discoverPodNetworkInterface;
        Consumer<BridgePodNetworkConfigurator> prepare = BridgePodNetworkConfigurator::preparePodNetworkInterface;
        Consumer<BridgePodNetworkConfigurator> release = pod -> {
            pod.preparePodNetworkInterface();
            pod.release();
        };
        return List.of(Arguments.of("discover", discover, Set.of()), Arguments.of("prepare", prepare, Set.of()),
                Arguments.of("prepare and release", release, Set.of()),
                Arguments.of("discover, no cookie", discover, Set.of(Feature.NAMESPACE_COOKIE)),
                Arguments.of("prepare, no cookie", prepare, Set.of(Feature.NAMESPACE_COOKIE)),
                Arguments.of("prepare and release, no cookie", release, Set.of(Feature.NAMESPACE_COOKIE)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("verbs")
    void theNextPodHasNothingOfIt(String name, Consumer<BridgePodNetworkConfigurator> verb, Set<Feature> lacking) {
        FakeKernel kernel = FakeKernel.lacking(lacking);
        Cluster cluster = new FakeCluster(kernel);
        Bindings bindings = Bindings.in(journals).withHandlers(cluster.handlers());
        Succession succession = new Succession(cluster, journals);
        int dead = 0;
        boolean died = true;
        while (died && dead < FAR_MORE_THAN_A_VERB_SENDS) {
            try (MortalPod pod = cluster.pod()) {
                kernel.inject(Faults.none().dyingBefore(dead + 1));
                died = isDeadly(verb, bindings.configurator(pod.namespace(), Succession.BINDING));
                kernel.inject(Faults.none());
            }
            try (MortalPod next = cluster.pod()) {
                assertThat(bindings.list()).as("dead before request %s", dead + 1)
                        .allMatch(left -> left.state() == RecordedBinding.State.GONE);
                assertThat(succession.bind(next.namespace()).release()).isTrue();
            }
            dead += died ? 1 : 0;
        }
        assertThat(died).isFalse();
        System.out.println("dead pods: " + name + ": dead before each of its " + dead
                + " requests, and behind the last; none was seen by the next");
    }

    private static boolean isDeadly(Consumer<BridgePodNetworkConfigurator> verb, BridgePodNetworkConfigurator pod) {
        try {
            verb.accept(pod);
            return false;
        } catch (SimulatedCrash death) {
            return true;
        }
    }
}
