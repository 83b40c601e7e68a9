package io.podbridge.internal.pod;

import io.podbridge.binding.BridgeBinding;
import io.podbridge.binding.PodInterface;
import io.podbridge.netlink.NetlinkHandler;
import io.podbridge.netlink.model.InterfaceAddress;
import io.podbridge.netlink.model.IpAddress;
import io.podbridge.netlink.model.Link;
import io.podbridge.netlink.model.Neighbour;
import io.podbridge.netlink.model.Route;
import io.podbridge.netlink.model.RouteProtocol;
import io.podbridge.netlink.model.RouteType;
import io.podbridge.netlink.model.Sysctl;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads everything about an interface that a binding destroys or changes. */
public final class Discovery {
    private static final String ON = "1";
    private static final Set<RouteType> DISCARDING = Set.of(RouteType.BLACKHOLE, RouteType.named("unreachable"),
            RouteType.named("prohibit"), RouteType.named("throw"));

    private final NetlinkHandler handler;
    private final BridgeBinding binding;
    private final Clock clock;

    /**
     * Reads through a handler.
     *
     * @param handler the namespace
     * @param binding what will be changed
     * @param clock tells when it was read
     */
    public Discovery(NetlinkHandler handler, BridgeBinding binding, Clock clock) {
        this.handler = handler;
        this.binding = binding;
        this.clock = clock;
    }

    /**
     * Reads all about a link.
     *
     * @param nic the link
     * @param observed links and addresses of the namespace
     * @return what release will give back
     */
    public PodInterface read(Link nic, Observed observed) {
        List<InterfaceAddress> own = observed.addresses().stream().filter(address -> address.linkIndex() == nic.index()).toList();
        Set<IpAddress> sources = own.stream().map(InterfaceAddress::address).collect(Collectors.toSet());
        List<Route> routes = handler.routeList().stream().filter(route -> belongs(route, nic, sources)).toList();
        List<Neighbour> neighbours = handler.neighList().stream()
                .filter(neighbour -> neighbour.linkIndex() == nic.index() && neighbour.isConfigured()).toList();
        return PodInterface.builder(nic, clock.instant()).addresses(own).routes(routes).neighbours(neighbours)
                .sysctls(settings(nic, observed.links()))
                .build();
    }

    private static boolean belongs(Route route, Link nic, Set<IpAddress> sources) {
        return route.leavesThrough(nic.index()) || route.preferredSource().map(sources::contains).orElse(false)
                || discards(route);
    }

    /** It is no link's, and stays; the guest, which is not told of it, should at least be known to lack it. */
    private static boolean discards(Route route) {
        return route.table() == Route.MAIN_TABLE && DISCARDING.contains(route.type())
                && !route.protocol().equals(RouteProtocol.KERNEL);
    }

    private Map<Sysctl, String> settings(Link nic, List<Link> links) {
        Map<Sysctl, String> settings = new HashMap<>();
        for (Sysctl key : NicSettings.of(nic.id())) {
            handler.sysctl(key).ifPresent(value -> settings.put(key, value));
        }
        for (Sysctl key : BridgeNetfilter.settings(binding)) {
            boolean heldOff = BridgeNetfilter.isHeldOff(key, links, Optional.empty());
            handler.sysctl(key).ifPresent(value -> settings.put(key, heldOff ? ON : value));
        }
        return settings;
    }
}
