package io.podbridge.internal.step;

import io.podbridge.binding.BridgeBinding;
import io.podbridge.binding.OwnLinks;
import io.podbridge.binding.PodInterface;
import io.podbridge.netlink.model.InterfaceAddress;
import io.podbridge.netlink.model.LinkId;
import io.podbridge.netlink.model.MacAddress;
import java.util.List;

/**
 * What the steps of one binding go by.
 *
 * @param binding what was asked for
 * @param pod what was found before anything was changed
 * @param own the links that the binding makes
 * @param mending whether the binding was complete once: then the NIC is not taken down, a VM may be running on it
 * @param traits what kernel and backend can do
 */
public record BindingContext(BridgeBinding binding, PodInterface pod, OwnLinks own, boolean mending, Traits traits) {

    /**
     * What kernel and backend can do.
     *
     * @param tapIndex whether a tap's index can be chosen
     * @param writableSysctl whether {@code /proc/sys/net} of the namespace can be written
     */
    public record Traits(boolean tapIndex, boolean writableSysctl) {}

    /** {@return the NIC under the name that it has in the pod} */
    LinkId podNic() {
        return pod.link().id();
    }

    /** {@return the NIC under the name that it has as a port} */
    LinkId nic() {
        return podNic().named(binding.names().nic());
    }

    /** {@return the NIC's MAC address before anything was changed} */
    MacAddress originalMac() {
        return pod.link().mac()
                .orElseThrow(() -> new IllegalStateException(podNic() + " passed preflight without a MAC address"));
    }

    /** {@return whether links of this namespace have IPv6 at all} */
    boolean hasIpv6() {
        return pod.link().ipv6Disabled().isPresent();
    }

    /** {@return the addresses that move to the placeholder} */
    List<InterfaceAddress> addresses() {
        return pod.movableAddresses();
    }
}
