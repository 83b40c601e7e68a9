package io.podbridge.tests.differential;

import io.podbridge.netlink.NetlinkHandler;
import io.podbridge.netlink.model.AddressFlags;
import io.podbridge.netlink.model.InterfaceAddress;
import io.podbridge.netlink.model.IpFamily;
import io.podbridge.netlink.model.Link;
import io.podbridge.netlink.model.LinkFlags;
import io.podbridge.netlink.model.Neighbour;
import io.podbridge.netlink.model.Route;
import io.podbridge.netlink.model.Sysctl;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * All that a handler tells of its namespace at one moment.
 *
 * @param links all links
 * @param addresses all addresses
 * @param routes all routes
 * @param neighbours all entries of the neighbour tables
 * @param settings the sysctls that requests here may change, by key
 */
record Sight(List<Link> links, List<InterfaceAddress> addresses, List<Route> routes, List<Neighbour> neighbours,
        Map<String, String> settings) {
    /** Of each link those that follow others; the rest shows in what it does, and every one that is read takes its time. */
    private static final List<String> SEEN = List.of("arp_ignore", "forwarding");
    private static final List<String> SEEN_6 = List.of("disable_ipv6", "forwarding", "mtu");
    /** {@code IFF_RUNNING}: the link's operational state is up. */
    private static final int RUNNING = 1 << 6;

    static Sight of(NetlinkHandler handler) {
        List<Link> links = handler.linkList();
        return new Sight(links, handler.addrList(), handler.routeList(), handler.neighList(), settings(handler, links));
    }

    private static Map<String, String> settings(NetlinkHandler handler, List<Link> links) {
        List<Sysctl> keys = new ArrayList<>(Scenery.NAMESPACE_SETTINGS);
        for (Link link : links) {
            SEEN.forEach(setting -> keys.add(Sysctl.ofLink(IpFamily.IPV4, link.id(), setting)));
            SEEN_6.forEach(setting -> keys.add(Sysctl.ofLink(IpFamily.IPV6, link.id(), setting)));
        }
        Map<String, String> values = new LinkedHashMap<>();
        keys.forEach(key -> handler.sysctl(key).ifPresent(value -> values.put(key.toString(), value)));
        return values;
    }

    /**
     * Whether the kernel has done what it does in its own time: the operational state follows the carrier, and no address waits for
     * duplicate address detection.
     */
    boolean isSettled() {
        return links.stream().allMatch(link -> link.hasCarrier() == link.flags().has(RUNNING))
                && addresses.stream().noneMatch(this::isBeingTried);
    }

    /** An address on a link that is not up, or has no carrier, waits for ever. */
    private boolean isBeingTried(InterfaceAddress address) {
        return address.flags().has(AddressFlags.TENTATIVE)
                && links.stream()
                        .anyMatch(link -> link.index() == address.linkIndex() && link.flags().has(RUNNING | LinkFlags.UP));
    }
}
