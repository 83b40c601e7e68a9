package io.podbridge.tests.pods;

import io.podbridge.netlink.HandlerOptions;
import io.podbridge.netlink.NetlinkHandler;
import io.podbridge.netlink.NetlinkHandlers;
import io.podbridge.netlink.NetworkNamespace;
import io.podbridge.netlink.state.NamespaceState;

/**
 * A pod that can be deleted, bound or not.
 *
 * @param handlers lead to its kernel
 * @param namespace its namespace
 * @param deletion deletes it
 */
public record MortalPod(NetlinkHandlers handlers, NetworkNamespace namespace, Runnable deletion) implements AutoCloseable {

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

    /** Deletes it, and the namespace at the other end of its cable. */
    public void delete() {
        deletion.run();
    }

    @Override
    public void close() {
        delete();
    }
}
