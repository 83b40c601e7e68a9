package io.podbridge.internal.pod;

import io.podbridge.netlink.model.Link;
import io.podbridge.netlink.model.LinkKind;
import java.util.Set;

/**
 * Tells NICs that are handed only what is sent to their own MAC address, even as a port of a bridge: a macvlan by the link below, a virtual
 * function by its hardware, a vlan by whatever it hangs on.
 */
public final class MacFilters {
    private static final Set<LinkKind> KINDS = Set.of(LinkKind.MACVLAN, new LinkKind("macvtap"), new LinkKind("vlan"));

    private MacFilters() {}

    /**
     * Whether a NIC is such a one.
     *
     * @param nic the NIC
     * @return whether it has to keep its MAC address to work; true for hardware, which has no kind
     */
    public static boolean has(Link nic) {
        return nic.kind().map(KINDS::contains).orElse(true);
    }
}
