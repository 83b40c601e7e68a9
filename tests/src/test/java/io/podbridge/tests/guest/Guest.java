package io.podbridge.tests.guest;

import io.podbridge.guest.DhcpConfig;
import io.podbridge.guest.GuestRoute;
import io.podbridge.netlink.model.IpAddress;
import io.podbridge.netlink.model.IpPrefix;
import io.podbridge.testkit.netns.TestNamespace;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * A cheap guest: a namespace whose {@code eth0} is at the other end of a pod's tap, and which is configured as DHCP would tell it. Closing
 * ends it, as a VM that stops.
 */
public final class Guest implements AutoCloseable {
    /** Under what name its interface is made in the pod, before it moves into the guest. */
    private static final String MADE_AS = "guest-nic";

    private final TestNamespace namespace;
    private final Vm vm;

    private Guest(TestNamespace namespace, Vm vm) {
        this.namespace = namespace;
        this.vm = vm;
    }

    /** Starts one on a tap of a pod. */
    public static Guest start(TestNamespace pod, String tap, DhcpConfig config) throws IOException {
        Installed.assume("perl", "ping");
        TestNamespace namespace = TestNamespace.create("guest");
        Guest guest = new Guest(namespace, Vm.between(pod, tap, MADE_AS));
        pod.ip("link", "set", MADE_AS, "netns", namespace.name(), "name", "eth0", "address", config.mac().toString(), "mtu",
                Integer.toString(config.mtu()));
        guest.configure(config);
        return guest;
    }

    /** {@return where its programs run} */
    public TestNamespace namespace() {
        return namespace;
    }

    private void configure(DhcpConfig config) {
        namespace.ip("link", "set", "lo", "up");
        namespace.exec("sh", "-c", "echo 0 > /proc/sys/net/ipv6/conf/eth0/accept_dad");
        namespace.ip("link", "set", "eth0", "up");
        config.address().ifPresent(this::address);
        config.addresses6().forEach(this::address);
        routes(config.routes(), config.gateway());
        routes(config.routes6(), config.gateway6());
    }

    private void address(IpPrefix address) {
        namespace.ip("addr", "add", address.toString(), "dev", "eth0");
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
        namespace.ip(("route replace " + destination + via + " dev eth0").split(" "));
    }

    @Override
    public void close() {
        try (namespace; vm) {
            // Both, even if one fails; the interface goes with the process.
        }
    }
}
