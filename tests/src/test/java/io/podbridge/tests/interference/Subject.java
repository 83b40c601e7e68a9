package io.podbridge.tests.interference;

import io.podbridge.netlink.HandlerOptions;
import io.podbridge.netlink.NetlinkHandler;
import io.podbridge.netlink.NetlinkHandlers;
import io.podbridge.netlink.NetworkNamespace;
import io.podbridge.netlink.state.NamespaceState;

/**
 * A pod that somebody interferes with.
 *
 * @param handlers lead to its kernel
 * @param namespace its namespace
 * @param end deletes it
 */
record Subject(NetlinkHandlers handlers, NetworkNamespace namespace, Runnable end) implements AutoCloseable {

    NetlinkHandler open() {
        return handlers.open(HandlerOptions.of(namespace));
    }

    NamespaceState state() {
        try (NetlinkHandler handler = open()) {
            return NamespaceState.read(handler);
        }
    }

    @Override
    public void close() {
        end.run();
    }
}
