package io.podbridge.guest;

import io.podbridge.netlink.model.IpAddress;
import io.podbridge.netlink.model.IpPrefix;
import java.util.Optional;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class GuestRouteTest {

    @Test
    void clearsTheBitsBehindThePrefix() {
        assertThat(GuestRoute.onLink(IpPrefix.parse("10.1.2.3/16"))).isEqualTo(GuestRoute.onLink(IpPrefix.parse("10.1.0.0/16")));
    }

    @Test
    void refusesAGatewayOfTheOtherFamily() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new GuestRoute(IpPrefix.parse("10.0.0.0/8"), Optional.of(IpAddress.parse("fe80::1"))))
                .withMessage("a route to 10.0.0.0/8 has a gateway of its own family, not fe80::1");
    }
}
