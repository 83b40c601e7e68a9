package io.podbridge.internal.pod;

import io.podbridge.binding.PodInterface;
import io.podbridge.netlink.model.HardwareAddress;
import io.podbridge.netlink.model.InterfaceAddress;
import io.podbridge.netlink.model.IpAddress;
import io.podbridge.netlink.model.IpPrefix;
import io.podbridge.netlink.model.Lifetime;
import io.podbridge.netlink.model.Link;
import io.podbridge.netlink.model.Neighbour;
import io.podbridge.netlink.model.NextHop;
import io.podbridge.netlink.model.Route;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ReunionTest {
    private static final Link NIC = Link.builder(2, "eth0").build();
    private static final Route DEFAULT = route("10.244.1.1");
    private static final Neighbour GATEWAY = Neighbour.builder(2, IpAddress.parse("10.244.1.1")).state(Neighbour.PERMANENT)
            .hardwareAddress(HardwareAddress.parse("02:11:22:33:44:55")).build();

    private static Route route(String gateway) {
        NextHop hop = NextHop.builder().linkIndex(2).gateway(IpAddress.parse(gateway)).build();
        return Route.builder(IpPrefix.parse("0.0.0.0/0")).nextHops(List.of(hop)).build();
    }

    private static InterfaceAddress address(String prefix) {
        return InterfaceAddress.builder(2, IpPrefix.parse(prefix)).build();
    }

    private static PodInterface.Builder readAt(long second) {
        return PodInterface.builder(NIC, Instant.ofEpochSecond(second));
    }

    @Test
    void whatANicLosesThatWasDownInBetweenIsKept() {
        PodInterface before = readAt(0).addresses(List.of(address("10.244.1.7/24"), address("fd00::7/64")))
                .routes(List.of(DEFAULT))
                .neighbours(List.of(GATEWAY)).build();
        PodInterface now = readAt(5).addresses(List.of(address("10.244.1.7/24"))).build();

        PodInterface both = Reunion.of(before, now);

        assertThat(both.addresses()).containsExactly(address("10.244.1.7/24"), address("fd00::7/64"));
        assertThat(both.routes()).containsExactly(DEFAULT);
        assertThat(both.neighbours()).containsExactly(GATEWAY);
        assertThat(both.capturedAt()).isEqualTo(now.capturedAt());
    }

    @Test
    void whatSomebodyHasAddedOrReplacedComesFirst() {
        PodInterface before = readAt(0).addresses(List.of(address("10.244.1.7/24"))).routes(List.of(DEFAULT)).build();
        PodInterface now = readAt(5).addresses(List.of(address("10.244.1.99/24"))).routes(List.of(route("10.244.1.254"))).build();

        PodInterface both = Reunion.of(before, now);

        assertThat(both.addresses()).containsExactly(address("10.244.1.99/24"), address("10.244.1.7/24"));
        assertThat(both.routes()).containsExactly(route("10.244.1.254"), DEFAULT);
    }

    @Test
    void whatHasExpiredMeanwhileIsNotKeptAndWhatHasNotIsOlder() {
        InterfaceAddress brief = address("10.244.1.8/24").toBuilder().validLifetime(new Lifetime(4)).build();
        InterfaceAddress longer = address("10.244.1.9/24").toBuilder().validLifetime(new Lifetime(60)).build();
        Route briefRoute = DEFAULT.toBuilder().expiresSeconds(4).build();

        PodInterface both = Reunion.of(readAt(0).addresses(List.of(brief, longer)).routes(List.of(briefRoute)).build(),
                readAt(5).build());

        assertThat(both.addresses()).extracting(InterfaceAddress::validLifetime).containsExactly(new Lifetime(55));
        assertThat(both.routes()).isEmpty();
    }
}
