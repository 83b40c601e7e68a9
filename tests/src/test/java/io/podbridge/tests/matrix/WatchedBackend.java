package io.podbridge.tests.matrix;

import io.podbridge.netlink.Availability;
import io.podbridge.netlink.HandlerOptions;
import io.podbridge.netlink.NetlinkHandler;
import io.podbridge.netlink.NetlinkHandlerProvider;

/**
 * A backend that tells when somebody wants to open a namespace.
 *
 * @param backend the backend
 * @param opening what happens then, before it is opened
 */
public record WatchedBackend(NetlinkHandlerProvider backend, Runnable opening) implements NetlinkHandlerProvider {

    @Override
    public String id() {
        return backend.id();
    }

    @Override
    public int priority() {
        return backend.priority();
    }

    @Override
    public Availability availability() {
        return backend.availability();
    }

    @Override
    public NetlinkHandler open(HandlerOptions options) {
        opening.run();
        return backend.open(options);
    }
}
