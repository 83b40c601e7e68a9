package io.podbridge.tests.pods;

import io.podbridge.netlink.HandlerOptions;
import io.podbridge.netlink.NetlinkHandler;
import io.podbridge.netlink.NetlinkHandlers;
import io.podbridge.netlink.NetworkNamespace;
import io.podbridge.netlink.state.NamespaceState;
import io.podbridge.testkit.netns.Eventually;
import java.time.Duration;

/**
 * A pod that can be deleted, bound or not.
 *
 * @param handlers lead to its kernel
 * @param namespace its namespace
 * @param deletion deletes it
 */
public record MortalPod(NetlinkHandlers handlers, NetworkNamespace namespace, Runnable deletion) implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    /** {@return a handler of the test's own, in its namespace} */
    public NetlinkHandler open() {
        return handlers.open(HandlerOptions.of(namespace));
    }

    /** {@return what is there now} */
    public NamespaceState state() {
        try (NetlinkHandler handler = open()) {
            return NamespaceState.read(handler);
        }
    }

    /** {@return what is there once the kernel has made the own routes of all addresses: those of IPv6 come some time after the
     * address; or what is there after three seconds} */
    public NamespaceState settledState() {
        return Eventually.read(PATIENCE, this::state, NamespaceState::hasOwnRoutes);
    }

    /** Deletes it, and the namespace at the other end of its cable. */
    public void delete() {
        deletion.run();
    }

    @Override
    public void close() {
        delete();
    }
}
