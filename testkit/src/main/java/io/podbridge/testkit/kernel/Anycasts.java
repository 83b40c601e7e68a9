package io.podbridge.testkit.kernel;

import io.podbridge.netlink.model.IpAddress;
import io.podbridge.netlink.model.RouteType;

/** The address that each subnet has for its routers ({@code addrconf_join_anycast}): where IPv6 forwards, every address joins that of its own. */
final class Anycasts {
    /** A subnet of two addresses has none. */
    private static final int LONGEST_PREFIX = 126;

    private final AddressRoutes6 routes;

    Anycasts(AddressRoutes6 routes) {
        this.routes = routes;
    }

    /** The address can be used from now on. */
    void join(KernelAddress address) {
        address.device.ipv6.filter(Ipv6Device::forwards).ifPresent(ipv6 -> join(ipv6, address));
    }

    /** The address cannot be used any more. */
    void leave(KernelAddress address) {
        address.device.ipv6.filter(Ipv6Device::forwards).ifPresent(ipv6 -> leave(ipv6, address));
    }

    /** Its link has become a router, or is none any more. */
    void forwardingChanged(KernelAddress address) {
        Ipv6Device ipv6 = address.device.ipv6.orElseThrow();
        if (ipv6.forwards()) {
            join(ipv6, address);
        } else {
            leave(ipv6, address);
        }
    }

    private void join(Ipv6Device ipv6, KernelAddress address) {
        if (address.given.prefix().length() <= LONGEST_PREFIX && ipv6.anycasts.merge(anycast(address), 1, Integer::sum) == 1) {
            routes.addOwn(address.device, anycast(address), RouteType.ANYCAST);
        }
    }

    private void leave(Ipv6Device ipv6, KernelAddress address) {
        IpAddress anycast = anycast(address);
        boolean joined = address.given.prefix().length() <= LONGEST_PREFIX && ipv6.anycasts.containsKey(anycast);
        if (joined && ipv6.anycasts.merge(anycast, -1, Integer::sum) == 0) {
            ipv6.anycasts.remove(anycast);
            routes.dropOwn(address.device, anycast);
        }
    }

    private static IpAddress anycast(KernelAddress address) {
        return address.given.prefix().network().address();
    }
}
