package io.podbridge.testkit;

import io.podbridge.netlink.Errno;
import io.podbridge.netlink.NetworkNamespace;
import io.podbridge.netlink.model.Link;
import io.podbridge.netlink.model.MacAddress;
import io.podbridge.netlink.model.TunDevice;
import io.podbridge.netlink.request.LinkAdd;
import io.podbridge.netlink.request.TapOptions;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** A tap becomes persistent when it has all but {@code up}; one that is not finished goes with the process that was making it. */
class HalfMadeTapTest {
    private static final LinkAdd TAP = LinkAdd.tap("tap0", TapOptions.ownedBy(1, 1)).mac(MacAddress.parse("02:00:00:00:00:01"))
            .mtu(1400).up().build();

    private final FakeKernel kernel = FakeKernel.create();
    private final NetworkNamespace namespace = kernel.namespace("ns");

    private Optional<Link> left() {
        try (FakeNetlinkHandler handler = kernel.aside().open(namespace)) {
            return handler.linkByName("tap0");
        }
    }

    private void failsAfter(int parts) {
        kernel.inject(Faults.none().failingAfter(1, parts, Errno.named("ENOMEM")));
        try (FakeNetlinkHandler handler = kernel.open(namespace)) {
            assertThat(handler.parts(TAP)).hasValue(4);
            assertThat(handler.execute(List.of(TAP)).get(0).isDone()).isFalse();
        }
    }

    private void diesAfter(int parts) {
        kernel.inject(Faults.none().dyingAfter(1, parts));
        try (FakeNetlinkHandler handler = kernel.open(namespace)) {
            assertThatExceptionOfType(SimulatedCrash.class).isThrownBy(() -> handler.execute(TAP));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void aTapThatIsNotFinishedIsGone(int parts) {
        failsAfter(parts);
        assertThat(left()).isEmpty();

        diesAfter(parts);
        assertThat(left()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 4})
    void aTapThatHasAllButUpStays(int parts) {
        diesAfter(parts);

        Link tap = left().orElseThrow();
        assertThat(tap.tun().map(TunDevice::persistent)).contains(true);
        assertThat(tap.isUp()).isEqualTo(parts == 4);
        assertThat(tap.hasCarrier()).isFalse();
    }
}
