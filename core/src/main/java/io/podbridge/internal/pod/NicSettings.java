package io.podbridge.internal.pod;

import io.podbridge.netlink.model.IpFamily;
import io.podbridge.netlink.model.LinkId;
import io.podbridge.netlink.model.Sysctl;
import java.util.List;

/** The NIC's settings that a binding changes and gives back. */
public final class NicSettings {

    private NicSettings() {}

    /**
     * IPv6 is off while the NIC is a port of the bridge.
     *
     * @param nic the NIC
     * @return {@code disable_ipv6}
     */
    public static Sysctl disableIpv6(LinkId nic) {
        return Sysctl.ofLink(IpFamily.IPV6, nic, "disable_ipv6");
    }

    /**
     * Duplicate address detection is off while addresses come back, or their routes could not: a source must not be tentative.
     *
     * @param nic the NIC
     * @return {@code accept_dad}
     */
    public static Sysctl acceptDad(LinkId nic) {
        return Sysctl.ofLink(IpFamily.IPV6, nic, "accept_dad");
    }

    /**
     * All of them.
     *
     * @param nic the NIC
     * @return the settings
     */
    public static List<Sysctl> of(LinkId nic) {
        return List.of(disableIpv6(nic), acceptDad(nic));
    }
}
