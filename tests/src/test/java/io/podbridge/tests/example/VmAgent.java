package io.podbridge.tests.example;

import io.podbridge.Bindings;
import io.podbridge.BridgePodNetworkConfigurator;
import io.podbridge.binding.BridgeBinding;
import io.podbridge.guest.DhcpConfig;
import io.podbridge.netlink.NetworkNamespace;

/** The smallest agent: a VM comes into a pod, and goes. */
// begin README
final class VmAgent {
    private final Bindings bindings;

    VmAgent(Bindings bindings) {
        this.bindings = bindings;
    }

    DhcpConfig start(NetworkNamespace pod) {
        return configurator(pod).preparePodNetworkInterface().dhcpConfig();
    }

    void stop(NetworkNamespace pod) {
        configurator(pod).release();
    }

    private BridgePodNetworkConfigurator configurator(NetworkNamespace pod) {
        return bindings.configurator(pod, BridgeBinding.of("eth0").withTapOwner(107, 107));
    }
}
// end README
