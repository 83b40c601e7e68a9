package io.podbridge.testkit.kernel;

import io.podbridge.netlink.model.InterfaceAddress;
import io.podbridge.netlink.model.IpFamily;
import io.podbridge.netlink.model.LinkId;
import io.podbridge.netlink.model.Route;
import io.podbridge.netlink.request.AddressAdd;
import io.podbridge.netlink.request.AddressDelete;
import io.podbridge.netlink.request.AddressReplace;
import io.podbridge.netlink.request.NeighbourDelete;
import io.podbridge.netlink.request.NeighbourReplace;
import io.podbridge.netlink.request.NetlinkRequest;
import io.podbridge.netlink.request.RouteAppend;
import io.podbridge.netlink.request.RouteDelete;
import io.podbridge.netlink.request.RouteReplace;
import java.util.Optional;

/** Requests that change addresses, routes and neighbours, each done at once or not at all. */
final class TableCalls {
    private final Netns netns;
    private final Routes4 routes4;

    TableCalls(Netns netns) {
        this.netns = netns;
        this.routes4 = new Routes4(netns);
    }

    Optional<Runnable> call(NetlinkRequest request) {
        return address(request).or(() -> route(request)).or(() -> neighbour(request));
    }

    private Optional<Runnable> address(NetlinkRequest request) {
        if (request instanceof AddressAdd add) {
            return Optional.of(() -> addAddress(add.link(), add.address(), false));
        } else if (request instanceof AddressReplace replace) {
            return Optional.of(() -> addAddress(replace.link(), replace.address(), true));
        } else if (request instanceof AddressDelete delete) {
            return Optional.of(() -> deleteAddress(delete.link(), delete.address()));
        }
        return Optional.empty();
    }

    private void addAddress(LinkId link, InterfaceAddress address, boolean replace) {
        Device device = device(link, address);
        if (isIpv4(address.family())) {
            netns.ipv4().add(device, address, replace);
        } else {
            netns.ipv6().addresses().add(device, address, replace);
        }
    }

    private void deleteAddress(LinkId link, InterfaceAddress address) {
        Device device = device(link, address);
        if (isIpv4(address.family())) {
            netns.ipv4().delete(device, address);
        } else {
            netns.ipv6().addresses().delete(device, address);
        }
    }

    /** Addresses know their link by its index alone, and say so in words of their own. */
    private Device device(LinkId link, InterfaceAddress address) {
        boolean missing = netns.links().byIndex(link.index()).isEmpty();
        KernelRefusal.when(missing && netns.rules().hold(KernelRule.ADDRESS_NEEDS_ITS_LINK), "ENODEV",
                isIpv4(address.family()) ? "ipv4: Device not found" : "ipv6: Unable to find the interface");
        return netns.links().byIndex(link.index()).orElseGet(() -> netns.links().all().get(0));
    }

    private static boolean isIpv4(IpFamily family) {
        return family == IpFamily.IPV4;
    }

    private Optional<Runnable> route(NetlinkRequest request) {
        if (request instanceof RouteReplace replace) {
            return Optional.of(() -> replace(inTable(replace.route())));
        } else if (request instanceof RouteAppend append) {
            return Optional.of(() -> append(inTable(append.route())));
        } else if (request instanceof RouteDelete delete) {
            return Optional.of(() -> delete(inTable(delete.route())));
        }
        return Optional.empty();
    }

    /** As {@code fib_new_table}: no table is the main one. */
    private static Route inTable(Route route) {
        return route.table() == 0 ? route.toBuilder().table(Route.MAIN_TABLE).build() : route;
    }

    private void replace(Route route) {
        if (isIpv4(route.family())) {
            routes4.replace(route);
        } else {
            netns.ipv6().routes().replace(route);
        }
    }

    private void append(Route route) {
        if (isIpv4(route.family())) {
            routes4.append(route);
        } else {
            netns.ipv6().routes().append(route);
        }
    }

    private void delete(Route route) {
        if (isIpv4(route.family())) {
            routes4.delete(route);
        } else {
            netns.ipv6().routes().delete(route);
        }
    }

    private Optional<Runnable> neighbour(NetlinkRequest request) {
        if (request instanceof NeighbourReplace replace) {
            return Optional
                    .of(() -> netns.neighbours().replace(netns.links().require(replace.link().index()), replace.neighbour()));
        } else if (request instanceof NeighbourDelete delete) {
            return Optional.of(() -> netns.neighbours().delete(netns.links().require(delete.link().index()), delete.neighbour()));
        }
        return Optional.empty();
    }
}
