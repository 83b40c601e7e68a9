package io.podbridge.tests.deadpods;

import io.podbridge.netlink.Availability;
import io.podbridge.netlink.HandlerOptions;
import io.podbridge.netlink.NetlinkHandler;
import io.podbridge.netlink.NetlinkHandlerProvider;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A backend that counts how often somebody wants to open a namespace.
 *
 * @param backend the backend
 * @param opened how often
 */
record CountingProvider(NetlinkHandlerProvider backend, AtomicInteger opened) implements NetlinkHandlerProvider {

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
        opened.incrementAndGet();
        return backend.open(options);
    }
}
