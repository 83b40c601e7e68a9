package io.podbridge.internal.pod;

import io.podbridge.netlink.NetlinkHandler;
import io.podbridge.netlink.model.InterfaceAddress;
import io.podbridge.netlink.model.Link;
import io.podbridge.netlink.model.LinkId;
import io.podbridge.netlink.model.LinkKind;
import io.podbridge.netlink.model.Neighbour;
import io.podbridge.netlink.model.Route;
import io.podbridge.netlink.model.Sysctl;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A namespace as it was seen at one moment.
 *
 * @param links all links
 * @param addresses all addresses
 * @param routes all routes; empty where nobody asked
 * @param neighbours all neighbours; empty where nobody asked
 * @param sysctls the settings that were asked for
 */
public record Observed(List<Link> links, List<InterfaceAddress> addresses, List<Route> routes, List<Neighbour> neighbours,
        Map<Sysctl, String> sysctls) {

    /**
     * Sees links and addresses, which is all that the making of a binding looks at.
     *
     * @param handler the namespace
     * @param keys the settings to look at besides
     * @return what was seen
     */
    public static Observed linksAndAddresses(NetlinkHandler handler, Iterable<Sysctl> keys) {
        return new Observed(handler.linkList(), handler.addrList(), List.of(), List.of(), settings(handler, keys));
    }

    /**
     * Sees everything.
     *
     * @param handler the namespace
     * @param keys the settings to look at besides
     * @return what was seen
     */
    public static Observed everything(NetlinkHandler handler, Iterable<Sysctl> keys) {
        return new Observed(handler.linkList(), handler.addrList(), handler.routeList(), handler.neighList(),
                settings(handler, keys));
    }

    private static Map<Sysctl, String> settings(NetlinkHandler handler, Iterable<Sysctl> keys) {
        Map<Sysctl, String> settings = new HashMap<>();
        for (Sysctl key : keys) {
            handler.sysctl(key).ifPresent(value -> settings.put(key, value));
        }
        return settings;
    }

    /**
     * The same as if a link were not there.
     *
     * @param index the index of a link that is none of the binding's business
     * @return what is seen without it
     */
    public Observed without(int index) {
        return new Observed(links.stream().filter(link -> link.index() != index).toList(),
                addresses.stream().filter(address -> address.linkIndex() != index).toList(),
                routes.stream().filter(route -> !route.leavesThrough(index)).toList(),
                neighbours.stream().filter(neighbour -> neighbour.linkIndex() != index).toList(), sysctls);
    }

    /**
     * The link of an index.
     *
     * @param index the interface index
     * @return the link, if it is there
     */
    public Optional<Link> link(int index) {
        return links.stream().filter(link -> link.index() == index).findFirst();
    }

    /**
     * The link of an index and kind: what the journal says is ours.
     *
     * @param id the index
     * @param kind the kind
     * @return the link; absent also if a stranger has that index
     */
    public Optional<Link> own(LinkId id, LinkKind kind) {
        return link(id.index()).filter(link -> link.isKind(kind));
    }

    /**
     * The link that has a name, or has it as an alternative name.
     *
     * @param name the name
     * @return the link, if the name is taken
     */
    public Optional<Link> named(String name) {
        return links.stream().filter(link -> link.name().equals(name) || link.altNames().contains(name)).findFirst();
    }

    /**
     * The addresses of a link.
     *
     * @param index the link's index
     * @return its addresses in the kernel's order
     */
    public List<InterfaceAddress> addressesOf(int index) {
        return addresses.stream().filter(address -> address.linkIndex() == index).toList();
    }
}
