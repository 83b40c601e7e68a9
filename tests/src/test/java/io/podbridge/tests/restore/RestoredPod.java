package io.podbridge.tests.restore;

import io.podbridge.Bindings;
import io.podbridge.BridgePodNetworkConfigurator;
import io.podbridge.RefusedException;
import io.podbridge.binding.BridgeBinding;
import io.podbridge.binding.Refusal;
import io.podbridge.netlink.NetlinkHandlers;
import io.podbridge.netlink.NetworkNamespace;
import java.nio.file.Path;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** Binds and releases a pod that is special, on any kernel, and looks at what has become of it. */
final class RestoredPod {
    private final Peculiarity.Outcome outcome;
    private final BridgePodNetworkConfigurator configurator;

    RestoredPod(Peculiarity.Outcome outcome, NetworkNamespace pod, Path journals, NetlinkHandlers handlers) {
        this.outcome = outcome;
        this.configurator = Bindings.in(journals).withHandlers(handlers).configurator(pod,
                BridgeBinding.of("eth0").withTxChecksumOff(false));
    }

    void refuse() {
        RefusedException refused = catchThrowableOfType(RefusedException.class, configurator::preparePodNetworkInterface);
        assertThat(refused).as("refused").isNotNull();
        assertThat(refused.refusals()).extracting(Refusal::code).contains(outcome.refusal().orElseThrow());
    }

    void bindAndRelease() {
        configurator.preparePodNetworkInterface();
        assertThat(configurator.verify()).isEmpty();
        assertThat(configurator.release()).isTrue();
    }

    /** All that differs is what {@code docs/restoring.md} tells. */
    void assertRestored(List<String> difference) {
        assertThat(difference).allMatch(line -> outcome.lost().stream().anyMatch(line::contains));
    }

    /** What {@code docs/restoring.md} tells does differ: what is given back has no place there. */
    void assertLost(List<String> difference) {
        if (outcome.surely()) {
            assertThat(outcome.lost()).allMatch(part -> difference.stream().anyMatch(line -> line.contains(part)));
        }
    }
}
