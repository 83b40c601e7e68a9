package io.podbridge.tests.guest;

import io.podbridge.guest.DhcpConfig;
import io.podbridge.guest.GuestRoute;
import io.podbridge.netlink.model.IpAddress;
import io.podbridge.netlink.model.IpPrefix;
import io.podbridge.testkit.netns.TestNamespace;
import java.util.List;
import java.util.Optional;

/** A guest's network, configured as DHCP would tell it. */
final class GuestNetwork {
    private final TestNamespace namespace;

    private GuestNetwork(TestNamespace namespace) {
        this.namespace = namespace;
    }

    /** Configures a guest. */
    static void configure(TestNamespace guest, DhcpConfig config) {
        GuestNetwork network = new GuestNetwork(guest);
        guest.ip("link", "set", "lo", "up");
        guest.ip("link", "set", CheapGuest.NIC, "up", "mtu", Integer.toString(config.mtu()));
        config.address().ifPresent(network::address);
        config.addresses6().forEach(network::address);
        network.routes(config.routes(), config.gateway());
        network.routes(config.routes6(), config.gateway6());
    }

    private void address(IpPrefix address) {
        namespace.ip("addr", "add", address.toString(), "dev", CheapGuest.NIC);
    }

    /** A client that takes classless routes leaves the gateway out, which is among them if it is to be. */
    private void routes(List<GuestRoute> routes, Optional<IpAddress> gateway) {
        routes.forEach(route -> route(route.destination().toString(), route.gateway()));
        if (routes.stream().noneMatch(route -> route.destination().length() == 0)) {
            gateway.ifPresent(router -> route("default", gateway));
        }
    }

    private void route(String destination, Optional<IpAddress> gateway) {
        String via = gateway.map(router -> " via " + router).orElse("");
        namespace.ip(("route replace " + destination + via + " dev " + CheapGuest.NIC).split(" "));
    }
}
