package io.podbridge.cli.demo;

import io.podbridge.cli.output.CommandException;
import io.podbridge.netlink.HandlerOptions;
import io.podbridge.netlink.NetlinkHandler;
import io.podbridge.netlink.NetlinkHandlers;
import io.podbridge.netlink.NetworkNamespace;
import io.podbridge.netlink.model.AddressFlags;
import io.podbridge.netlink.model.OperState;
import io.podbridge.netlink.state.NamespaceState;
import java.time.Duration;

/**
 * Reads a pod when the kernel has done what it does by itself after a link went up: duplicate address detection, the own routes of
 * addresses, and telling that a link with a carrier can carry traffic, which it does once a second.
 */
final class SettledPod {
    private static final Duration LONGEST = Duration.ofSeconds(10);
    private static final Duration PAUSE = Duration.ofMillis(50);

    private final NetlinkHandlers handlers;
    private final NetworkNamespace namespace;

    SettledPod(NetlinkHandlers handlers, NetworkNamespace namespace) {
        this.handlers = handlers;
        this.namespace = namespace;
    }

    NamespaceState read() {
        long end = System.nanoTime() + LONGEST.toNanos();
        NamespaceState state = readNow();
        while (!isSettled(state) && System.nanoTime() < end) {
            pause();
            state = readNow();
        }
        return state;
    }

    /** The handler is closed before the pause, as an agent would do: an open one keeps a deleted pod half alive. */
    private NamespaceState readNow() {
        try (NetlinkHandler handler = handlers.open(HandlerOptions.of(namespace))) {
            return NamespaceState.read(handler);
        }
    }

    private static boolean isSettled(NamespaceState state) {
        return state.hasOwnRoutes()
                && state.addresses().stream().noneMatch(address -> address.flags().has(AddressFlags.TENTATIVE))
                && state.links().stream().noneMatch(link -> link.hasCarrier() && link.operState().equals(OperState.DOWN));
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandException("the demo was interrupted", e);
        }
    }
}
