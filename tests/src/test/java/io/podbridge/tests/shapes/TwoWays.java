package io.podbridge.tests.shapes;

import io.podbridge.Bindings;
import io.podbridge.BridgePodNetworkConfigurator;
import io.podbridge.binding.BridgeBinding;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A pod with a route that has a next hop by either NIC: the kernel keeps it as long as one of the two is up. Preflight tells that it stays
 * in the pod, and it is there when both NICs are released.
 */
final class TwoWays {
    private static final Shape SHAPE = ShapeBuilder.pod("two ways").ip("10.0.0.5/24").veth("net1").ip("10.0.1.5/24")
            .requests(Furnishing.multipath("10.99.0.0/16", "eth0 10.0.0.1", "net1 10.0.1.1")).gives();

    private final World world;
    private final Bindings bindings;

    TwoWays(World world, Path journals) {
        this.world = world;
        this.bindings = Bindings.in(journals).withHandlers(world.handlers());
        SHAPE.furnish(world);
    }

    static Shape shape() {
        return SHAPE;
    }

    void run(List<String> releases) {
        Supplier<String> changes = world.watch();
        assertThat(configurator("eth0").preparePodNetworkInterface().warnings())
                .anySatisfy(warning -> assertThat(warning).contains("10.99.0.0/16").contains("stays in the pod"));
        configurator("net1").preparePodNetworkInterface();
        releases.forEach(nic -> assertThat(configurator(nic).release()).as(nic).isTrue());
        assertThat(changes.get()).as("released as %s", releases).isEmpty();
    }

    private BridgePodNetworkConfigurator configurator(String nic) {
        return bindings.configurator(world.namespace(), BridgeBinding.of(nic));
    }
}
