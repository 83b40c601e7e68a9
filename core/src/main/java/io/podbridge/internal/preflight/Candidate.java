package io.podbridge.internal.preflight;

import io.podbridge.binding.BridgeBinding;
import io.podbridge.binding.PodInterface;
import io.podbridge.internal.pod.Observed;
import io.podbridge.netlink.NetlinkHandler;
import io.podbridge.netlink.model.Link;

/**
 * What is about to be bound.
 *
 * @param binding what was asked for
 * @param pod what was found
 * @param observed the namespace around it
 * @param handler answers what kernel and backend can do
 */
record Candidate(BridgeBinding binding, PodInterface pod, Observed observed, NetlinkHandler handler) {

    Link nic() {
        return pod.link();
    }

    /** {@return the NIC's name in quotes, as it reads in a sentence} */
    String name() {
        return pod.link().id().toString();
    }
}
