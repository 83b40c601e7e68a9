package io.podbridge.netlink.model;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class IpAddressTest {

    @ParameterizedTest
    @ValueSource(strings = {"10.244.1.7", "0.0.0.0", "255.255.255.255", "::", "::1", "fd00:10:244:1::7", "fe80::858:aff:fef4:107",
            "::ffff:10.0.0.1"})
    void isPrintedAsItWasRead(String text) {
        assertThat(IpAddress.parse(text)).hasToString(text);
        assertThat(IpAddress.of(IpAddress.parse(text).toBytes())).isEqualTo(IpAddress.parse(text));
    }

    @Test
    void keepsAMappedAddressInItsOwnFamily() {
        assertThat(IpAddress.parse("::ffff:10.0.0.1").family()).isEqualTo(IpFamily.IPV6);
        assertThat(IpAddress.parse("::ffff:10.0.0.1")).isNotEqualTo(IpAddress.parse("10.0.0.1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "10.244.1", "10.244.1.256", "eth0", "fe80::1%eth0", "10.244.1.7/24", "localhost"})
    void refusesWhatIsNoAddress(String text) {
        assertThatThrownBy(() -> IpAddress.parse(text)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining(text);
    }

    @Test
    void knowsTheRangesThatMatterToAPod() {
        assertThat(IpAddress.parse("169.254.1.1").isLinkLocal()).isTrue();
        assertThat(IpAddress.parse("fe80::1").isLinkLocal()).isTrue();
        assertThat(IpAddress.parse("fec0::1").isLinkLocal()).isFalse();
        assertThat(IpAddress.parse("224.0.0.1").isMulticast()).isTrue();
        assertThat(IpAddress.parse("ff02::1").isMulticast()).isTrue();
        assertThat(IpAddress.parse("127.0.0.53").isLoopback()).isTrue();
        assertThat(IpAddress.parse("::").isUnspecified()).isTrue();
    }
}
