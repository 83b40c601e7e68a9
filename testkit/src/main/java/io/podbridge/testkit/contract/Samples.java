package io.podbridge.testkit.contract;

import io.podbridge.netlink.model.AddressFlags;
import io.podbridge.netlink.model.HardwareAddress;
import io.podbridge.netlink.model.InterfaceAddress;
import io.podbridge.netlink.model.IpAddress;
import io.podbridge.netlink.model.IpFamily;
import io.podbridge.netlink.model.IpPrefix;
import io.podbridge.netlink.model.LinkId;
import io.podbridge.netlink.model.Neighbour;
import io.podbridge.netlink.model.NextHop;
import io.podbridge.netlink.model.Route;
import io.podbridge.netlink.model.Scope;
import io.podbridge.netlink.request.RouteDelete;
import io.podbridge.netlink.request.RouteReplace;
import java.util.List;
import java.util.Map;

/** Addresses and routes as the contracts write them. */
final class Samples {

    private Samples() {}

    /** An address that can be used at once: an IPv6 one without duplicate address detection. */
    static InterfaceAddress address(LinkId link, String prefix) {
        InterfaceAddress.Builder address = InterfaceAddress.builder(link.index(), IpPrefix.parse(prefix));
        if (IpPrefix.parse(prefix).family() == IpFamily.IPV6) {
            address.flags(new AddressFlags(AddressFlags.NODAD));
        }
        return address.build();
    }

    static NextHop via(LinkId link, String gateway) {
        return NextHop.builder().linkIndex(link.index()).gateway(IpAddress.parse(gateway)).build();
    }

    static Route.Builder route(String destination, NextHop... hops) {
        return Route.builder(IpPrefix.parse(destination)).nextHops(List.of(hops));
    }

    /** A route to what can be reached on the link itself. */
    static Route.Builder direct(LinkId link, String destination) {
        return route(destination, NextHop.builder().linkIndex(link.index()).build()).scope(Scope.LINK);
    }

    /** A neighbour that stays until it is deleted. */
    static Neighbour permanent(LinkId link, String address) {
        return Neighbour.builder(link.index(), IpAddress.parse(address)).state(Neighbour.PERMANENT)
                .hardwareAddress(HardwareAddress.parse("02:00:00:00:00:01")).build();
    }

    static RouteReplace replace(Route.Builder route) {
        return new RouteReplace(route.build(), Map.of());
    }

    static RouteDelete delete(Route.Builder route) {
        return new RouteDelete(route.build(), Map.of());
    }
}
