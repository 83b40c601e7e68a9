package io.podbridge.testkit.contract;

import io.podbridge.netlink.Feature;
import io.podbridge.netlink.NetlinkHandler;
import io.podbridge.netlink.model.InterfaceAddress;
import io.podbridge.netlink.model.IpAddress;
import io.podbridge.netlink.model.Link;
import io.podbridge.netlink.model.Neighbour;
import io.podbridge.netlink.model.Route;
import io.podbridge.netlink.model.Sysctl;
import java.util.List;
import java.util.Optional;

/** Each read, of a namespace with a NIC {@code eth0}, and the features that are about privilege. */
final class UnprivilegedReads implements UnprivilegedWork {

    UnprivilegedReads() {}

    @Override
    public List<String> with(NetlinkHandler handler) {
        int nic = handler.linkByName("eth0").map(Link::index).orElse(0);
        return List.of("links " + handler.linkList().stream().map(Link::name).filter("eth0"::equals).toList(),
                "link " + handler.linkByIndex(nic).map(Link::name),
                "addresses " + handler.addrList().stream().filter(InterfaceAddress::isGlobalUnicast)
                        .map(InterfaceAddress::prefix).toList(),
                "routes " + handler.routeList().stream().filter(Route::isDefault).flatMap(route -> route.nextHops().stream())
                        .map(hop -> hop.gateway()).flatMap(Optional<IpAddress>::stream).toList(),
                "neighbours " + handler.neighList().stream().filter(found -> found.state() == Neighbour.PERMANENT)
                        .map(Neighbour::address).toList(),
                "setting " + handler.sysctl(Sysctl.of("net", "ipv4", "ip_forward")).isPresent(),
                "may change the network " + handler.supports(Feature.NET_ADMIN),
                "may write settings " + handler.supports(Feature.WRITABLE_SYSCTL));
    }
}
