package io.podbridge.internal.engine;

import io.podbridge.binding.BridgeBinding;
import io.podbridge.binding.PodInterface;
import io.podbridge.internal.pod.Discovery;
import io.podbridge.internal.pod.Observed;
import io.podbridge.netlink.NetlinkHandler;
import io.podbridge.netlink.model.Link;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Finds the interface that a binding names. */
final class Discovered {

    private Discovered() {}

    static Optional<PodInterface> find(BridgeBinding binding, NetlinkHandler handler, Observed observed, Clock clock) {
        return nic(binding, observed).map(link -> new Discovery(handler, binding, clock).read(link, observed));
    }

    /** {@return the link of that name, which no alternative name is} */
    static Optional<Link> nic(BridgeBinding binding, Observed observed) {
        return observed.links().stream().filter(link -> link.name().equals(binding.interfaceName())).findFirst();
    }

    static PodInterface pod(BridgeBinding binding, NetlinkHandler handler, Observed observed, Clock clock) {
        return find(binding, handler, observed, clock)
                .orElseThrow(() -> new Refused(List.of(Refusals.noSuchInterface(binding, handler, observed))));
    }
}
