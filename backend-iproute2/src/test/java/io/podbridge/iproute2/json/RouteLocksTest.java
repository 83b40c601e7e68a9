package io.podbridge.iproute2.json;

import io.podbridge.netlink.model.IpPrefix;
import io.podbridge.netlink.model.Route;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class RouteLocksTest {
    private static final List<Route> ROUTES = List.of(Route.builder(IpPrefix.parse("0.0.0.0/0")).build(),
            Route.builder(IpPrefix.parse("10.1.0.0/16")).build());

    @Test
    void locksStandBetweenTheMetricAndItsValue() {
        List<Route> locked = RouteLocks.apply("ip route",
                "1 default via 10.0.0.1 dev lock table 254 \n\tnh_info id 3 mtu lock 7 \n1 10.1.0.0/16 dev mtu mtu lock 1400 rtt 20ms cwnd lock 7 \n",
                ROUTES);
        assertThat(locked).extracting(Route::lockedMetrics).containsExactly(0L, 1L << 2 | 1L << 7);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1 default\n", "1 default\n1 10.2.0.0/16\n", "1 default\n1\n", "1 default\n1 eth0\n",
            "1 default\n1 10.1.0.0/16\n1 10.2.0.0/16\n"})
    void textAboutOtherRoutesIsOutdated(String text) {
        assertThatExceptionOfType(UnreadableOutputException.class).isThrownBy(() -> RouteLocks.apply("ip route", text, ROUTES))
                .matches(UnreadableOutputException::isOutdated);
    }

    @Test
    void onlyMetricsCanBeLocked() {
        assertThat(RouteLocks.areUntold("[{\"dst\":\"10.1.0.0/16\",\"metrics\":[{\"mtu\":1400}]}]")).isTrue();
        assertThat(RouteLocks.areUntold("[{\"dst\":\"10.1.0.0/16\",\"metric\":7}]")).isFalse();
    }
}
