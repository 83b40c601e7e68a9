package io.podbridge.testkit.kernel;

import java.util.ArrayDeque;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;

import io.podbridge.netlink.model.OperState;

/**
 * Tells everybody of carriers that came or went ({@code net/core/link_watch.c}). The kernel does so a moment after the change; here it is
 * done before the call returns, and still after the change is complete.
 */
final class LinkWatch {
    private static final OperState LOWER_LAYER_DOWN = new OperState(3);

    private final Set<Device> waiting = new LinkedHashSet<>();

    void carrier(Device device, boolean on) {
        if (device.carrier != on) {
            device.carrier = on;
            waiting.add(device);
        }
    }

    void forget(Device device) {
        waiting.remove(device);
    }

    void run() {
        while (!waiting.isEmpty()) {
            Queue<Device> round = new ArrayDeque<>(waiting);
            waiting.clear();
            round.forEach(LinkWatch::changed);
        }
    }

    private static void changed(Device device) {
        device.operState = operState(device);
        if (device.up) {
            device.netns.reactions().carrierChanged(device);
        }
    }

    /** As {@code default_operstate}, which looks for the other end by its index in the namespace of this one, even where it is elsewhere. */
    private static OperState operState(Device device) {
        if (device.carrier) {
            return OperState.UP;
        }
        Optional<Device> below = device.peer.map(peer -> peer.index).filter(index -> index != device.index)
                .flatMap(device.netns.links()::byIndex);
        return below.isPresent() && !below.get().carrier ? LOWER_LAYER_DOWN : OperState.DOWN;
    }
}
