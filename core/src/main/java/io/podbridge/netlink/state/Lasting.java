package io.podbridge.netlink.state;

import io.podbridge.netlink.model.BridgePort;
import io.podbridge.netlink.model.InterfaceAddress;
import io.podbridge.netlink.model.IpPrefix;
import io.podbridge.netlink.model.Lifetime;
import io.podbridge.netlink.model.Link;
import io.podbridge.netlink.model.LinkFlags;
import io.podbridge.netlink.model.Neighbour;
import io.podbridge.netlink.model.NextHop;
import io.podbridge.netlink.model.OperState;
import io.podbridge.netlink.model.Route;
import io.podbridge.netlink.model.RouteProtocol;
import java.util.List;

/** Nouns without what passes by itself: counters, timers, carriers and what the kernel makes of them. */
final class Lasting {
    private static final int DORMANT = 1 << 17;
    private static final int PASSING_FLAGS = LinkFlags.RUNNING | LinkFlags.LOWER_UP | DORMANT;
    private static final IpPrefix MULTICAST = IpPrefix.parse("ff00::/8");
    /** Stands for any lifetime that has an end. */
    private static final Lifetime SOME = new Lifetime(1);

    private Lasting() {}

    static Link of(Link link) {
        Link.Builder lasting = link.toBuilder().flags(new LinkFlags(link.flags().bits() & ~PASSING_FLAGS))
                .operState(OperState.UNKNOWN).unknownAttributes(List.of());
        link.bridgePort().ifPresent(port -> lasting.bridgePort(new BridgePort(0, port.learning())));
        return lasting.build();
    }

    static boolean isRunning(Link link) {
        return link.flags().has(LinkFlags.RUNNING);
    }

    /** The route that the kernel makes for what IPv6 sends to many. */
    static boolean isMulticast(Route route) {
        return route.protocol().equals(RouteProtocol.KERNEL) && route.destination().equals(MULTICAST);
    }

    static InterfaceAddress of(InterfaceAddress address) {
        return address.toBuilder().flags(address.flags().configured()).validLifetime(of(address.validLifetime()))
                .preferredLifetime(of(address.preferredLifetime())).unknownAttributes(List.of()).build();
    }

    static Route of(Route route) {
        Route.Builder lasting = route.toBuilder().nextHops(route.nextHops().stream().map(Lasting::of).toList());
        if (route.expiresSeconds().isPresent()) {
            lasting.expiresSeconds(SOME.seconds());
        }
        return lasting.build();
    }

    static boolean isLasting(Neighbour neighbour) {
        return (neighbour.state() & Neighbour.PERMANENT) != 0
                || (neighbour.flags() & (Neighbour.PROXY | Neighbour.EXTERNALLY_LEARNED)) != 0;
    }

    static Neighbour of(Neighbour neighbour) {
        return neighbour.toBuilder().unknownAttributes(List.of()).build();
    }

    private static NextHop of(NextHop hop) {
        return hop.toBuilder().flags(hop.flags() & NextHop.CONFIGURED_FLAGS).build();
    }

    private static Lifetime of(Lifetime lifetime) {
        return lifetime.isForever() ? lifetime : SOME;
    }
}
