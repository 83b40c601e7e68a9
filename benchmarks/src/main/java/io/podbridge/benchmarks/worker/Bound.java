package io.podbridge.benchmarks.worker;

import io.podbridge.Bindings;
import io.podbridge.BridgePodNetworkConfigurator;
import io.podbridge.binding.BridgeBinding;
import io.podbridge.binding.PlaceholderKind;
import io.podbridge.netlink.NetworkNamespace;
import java.nio.file.Path;

/** The binding that is measured: a tap for a user and group, and a placeholder of a kind that every kernel has. */
public final class Bound {
    private static final BridgeBinding BINDING = BridgeBinding.of("eth0").withTapOwner(107, 107)
            .withPlaceholder(PlaceholderKind.BRIDGE);

    private Bound() {}

    /**
     * The configurator of a pod.
     *
     * @param journals where the journals are
     * @param namespace the pod
     * @return the configurator; nothing has been opened
     */
    public static BridgePodNetworkConfigurator pod(Path journals, NetworkNamespace namespace) {
        return Bindings.in(journals).configurator(namespace, BINDING);
    }
}
