package io.podbridge.tests.deadpods;

import com.google.common.base.Stopwatch;
import io.podbridge.Bindings;
import io.podbridge.BridgePodNetworkConfigurator;
import io.podbridge.PreparedPod;
import io.podbridge.RecordedBinding;
import io.podbridge.RecordedBinding.State;
import io.podbridge.binding.BridgeBinding;
import io.podbridge.binding.Phase;
import io.podbridge.netlink.NetworkNamespace;
import io.podbridge.netlink.model.IpPrefix;
import io.podbridge.tests.pods.Cluster;
import io.podbridge.tests.pods.MortalPod;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import static org.assertj.core.api.Assertions.assertThat;

/** Pods that live one after the other, each bound and deleted without a release, and that share one directory of journals. */
final class Succession {
    /** With the offload, since iproute2 needs a program for it that not every machine has. */
    static final BridgeBinding BINDING = BridgeBinding.of("eth0").withTapOwner(107, 107).withTxChecksumOff(false);

    private final Cluster cluster;
    private final Bindings bindings;
    private final Set<NetworkNamespace.Inode> inodes = new HashSet<>();

    Succession(Cluster cluster, Path journals) {
        this.cluster = cluster;
        this.bindings = Bindings.in(journals).withHandlers(cluster.handlers());
    }

    /** {@return a sentence for the report} */
    String run(int pods) {
        Stopwatch time = Stopwatch.createStarted();
        for (int turn = 1; turn <= pods; turn++) {
            try (MortalPod pod = cluster.pod()) {
                bind(pod.namespace());
            }
        }
        return pods + " pods bound and deleted in " + time + ", at " + inodes.size() + " inodes; none saw its predecessor";
    }

    /** A new pod, at whichever inode, has nothing of those before it. */
    BridgePodNetworkConfigurator bind(NetworkNamespace pod) {
        inodes.add(pod.inode());
        BridgePodNetworkConfigurator configurator = bindings.configurator(pod, BINDING);
        assertThat(configurator.phase()).isEqualTo(Phase.PENDING);

        PreparedPod prepared = configurator.preparePodNetworkInterface();

        assertThat(prepared.steps()).filteredOn(PreparedPod.StepResult::changed).hasSizeGreaterThan(5);
        assertThat(prepared.dhcpConfig().address()).contains(IpPrefix.parse("10.244.1.7/24"));
        assertThat(configurator.verify()).isEmpty();
        return configurator;
    }

    /** One that lives is told from those that are gone, and stays when those are forgotten. */
    void endsWithOneThatLives() {
        assertThat(states()).isNotEmpty().containsOnly(State.GONE);
        try (MortalPod pod = cluster.pod()) {
            BridgePodNetworkConfigurator living = bind(pod.namespace());
            assertThat(bindings.list()).filteredOn(left -> left.state() == State.LIVE).singleElement()
                    .satisfies(left -> assertThat(left.namespacePath()).contains(pod.namespace().path()));
            assertThat(states()).containsOnly(State.LIVE, State.GONE);

            bindings.list().stream().filter(left -> left.state() == State.GONE).forEach(RecordedBinding::forget);

            assertThat(states()).containsExactly(State.LIVE);
            assertThat(living.verify()).isEmpty();
            assertThat(living.release()).isTrue();
        }
        assertThat(states()).isEmpty();
    }

    private List<State> states() {
        return bindings.list().stream().map(RecordedBinding::state).toList();
    }
}
