package io.podbridge.guest;

import io.podbridge.binding.BridgeBinding;
import io.podbridge.binding.PodInterface;
import io.podbridge.netlink.model.IpPrefix;
import java.util.Optional;

/** STUB. */
public final class DhcpConfig {
    private DhcpConfig() {}

    /** STUB. */
    public static DhcpConfig of(PodInterface pod, BridgeBinding binding, Optional<IpPrefix> serverAddress) {
        return new DhcpConfig();
    }

    /** STUB. */
    public String toJson() {
        return "{}";
    }
}
