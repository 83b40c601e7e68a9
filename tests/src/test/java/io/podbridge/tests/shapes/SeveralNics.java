package io.podbridge.tests.shapes;

import io.podbridge.Bindings;
import io.podbridge.BridgePodNetworkConfigurator;
import io.podbridge.binding.BridgeBinding;
import io.podbridge.netlink.NetlinkHandler;
import io.podbridge.netlink.model.IpAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;

import static io.podbridge.testkit.assertions.PodbridgeAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * A pod with {@code eth0}, {@code net1} and {@code net2}, each with a route whose source is an address of another one: bound in one order,
 * verified, and released in another. A NIC that is released while others are bound has what it had before as soon as all are back.
 */
final class SeveralNics {
    static final List<String> NAMES = List.of("eth0", "net1", "net2");
    static final List<List<String>> ORDERS = List.of(NAMES, List.of("eth0", "net2", "net1"), List.of("net1", "eth0", "net2"),
            List.of("net1", "net2", "eth0"), List.of("net2", "eth0", "net1"), List.of("net2", "net1", "eth0"));

    private static final Shape SHAPE = ShapeBuilder.pod("three NICs").ip("10.0.0.5/24", "fd00::5/64").via("10.0.0.1", "default")
            .via("fd00::1", "default").veth("net1").ip("10.0.1.5/24", "fd00:1::5/64")
            .via("10.0.1.1", "10.96.0.0/16", route -> route.preferredSource(IpAddress.parse("10.0.0.5"))).veth("net2")
            .ip("10.0.2.5/24")
            .via("10.0.2.1", "10.97.0.0/16", route -> route.preferredSource(IpAddress.parse("10.0.1.5"))).on("eth0")
            .via("10.0.0.1", "10.98.0.0/16", route -> route.preferredSource(IpAddress.parse("10.0.2.5"))).gives();
    private static final Map<String, String> ADDRESSES = Map.of("eth0", "10.0.0.5/24", "net1", "10.0.1.5/24", "net2",
            "10.0.2.5/24");

    private final World world;
    private final Bindings bindings;

    SeveralNics(World world, Path journals) {
        this.world = world;
        this.bindings = Bindings.in(journals).withHandlers(world.handlers());
        SHAPE.furnish(world);
    }

    static Shape shape() {
        return SHAPE;
    }

    void run(List<String> binds, List<String> releases) {
        Supplier<String> changes = world.watch();
        Map<String, String> fakeAddresses = new TreeMap<>();
        for (String nic : binds) {
            bindings.configurator(world.namespace(), BridgeBinding.of(nic)).preparePodNetworkInterface().dhcpConfig()
                    .serverAddress().ifPresent(address -> fakeAddresses.put(nic, address.toString()));
        }
        assertThat(Set.copyOf(fakeAddresses.values())).as("addresses of the bridges").hasSize(NAMES.size());
        Set<String> bound = new TreeSet<>(NAMES);
        assertBound(bound);
        for (String nic : releases) {
            assertThat(configurator(nic).release()).as(nic).isTrue();
            bound.remove(nic);
            assertBound(bound);
        }
        assertThat(changes.get()).as("bound as %s, released as %s", binds, releases).isEmpty();
        assertThat(bindings.list()).isEmpty();
    }

    private void assertBound(Set<String> bound) {
        try (NetlinkHandler handler = world.open()) {
            for (String nic : NAMES) {
                assertThat(handler).hasAddress(nic, ADDRESSES.getOrDefault(nic, ""));
                if (bound.contains(nic)) {
                    assertThat(handler).isBound(nic);
                    assertThat(configurator(nic).verify()).as(nic).isEmpty();
                }
            }
        }
        assertThat(bindings.list()).hasSize(bound.size());
    }

    private BridgePodNetworkConfigurator configurator(String nic) {
        return bindings.configurator(world.namespace(), BridgeBinding.of(nic));
    }
}
