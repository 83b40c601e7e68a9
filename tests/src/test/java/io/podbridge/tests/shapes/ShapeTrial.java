package io.podbridge.tests.shapes;

import io.podbridge.Bindings;
import io.podbridge.BridgePodNetworkConfigurator;
import io.podbridge.PreparedPod;
import io.podbridge.RefusedException;
import io.podbridge.binding.Refusal;
import io.podbridge.netlink.NetlinkHandler;
import io.podbridge.netlink.request.NetlinkRequest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

import static io.podbridge.testkit.assertions.PodbridgeAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** Makes a pod of one shape, binds it, and gives it back. */
final class ShapeTrial {
    private final Shape shape;
    private final World world;
    private final Bindings bindings;
    private final Consumer<PreparedPod> whileBound;
    private final List<NetlinkRequest> sent = new ArrayList<>();

    ShapeTrial(Shape shape, World world, Path journals, Consumer<PreparedPod> whileBound) {
        this.shape = shape;
        this.world = world;
        this.whileBound = whileBound;
        this.bindings = Bindings.in(journals).withHandlers(world.handlers())
                .withListener((outcome, time) -> sent.add(outcome.request()));
    }

    void run() {
        shape.furnish(world);
        Supplier<String> changes = world.watch();
        if (shape.isRefused()) {
            isRefused();
            assertThat(sent).as("requests").isEmpty();
        } else {
            whileBound.accept(isBound());
            assertThat(configurator().release()).isTrue();
        }
        assertThat(changes.get()).as("what has changed").isEmpty();
        assertThat(bindings.list()).isEmpty();
    }

    private void isRefused() {
        RefusedException refused = catchThrowableOfType(RefusedException.class, configurator()::preparePodNetworkInterface);
        assertThat(refused).as("is refused").isNotNull();
        assertThat(refused.refusals()).extracting(Refusal::code).isEqualTo(shape.refusals());
    }

    private PreparedPod isBound() {
        PreparedPod prepared = configurator().preparePodNetworkInterface();
        try (NetlinkHandler handler = world.open()) {
            assertThat(Told.lines(handler, prepared)).isEqualTo(shape.gives());
            assertThat(handler).isBoundBy(shape.binding());
        }
        assertThat(configurator().verify()).isEmpty();
        return prepared;
    }

    private BridgePodNetworkConfigurator configurator() {
        return bindings.configurator(world.namespace(), shape.binding());
    }
}
