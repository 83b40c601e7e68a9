package io.podbridge.netlink.model;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class IpPrefixTest {

    @ParameterizedTest
    @CsvSource({"10.244.1.7/24, 10.244.1.0/24", "10.244.255.7/17, 10.244.128.0/17", "10.244.1.7/32, 10.244.1.7/32",
            "10.244.1.7/0, 0.0.0.0/0", "fd00:1:2:ffff::7/51, fd00:1:2:e000::/51", "fd00::7/128, fd00::7/128"})
    void theNetworkHasNoBitsBehindThePrefix(String prefix, String network) {
        assertThat(IpPrefix.parse(prefix)).hasToString(prefix);
        assertThat(IpPrefix.parse(prefix).network()).hasToString(network);
    }

    @Test
    void withoutASlashItIsOneHost() {
        assertThat(IpPrefix.parse("fd00::7")).isEqualTo(IpPrefix.host(IpAddress.parse("fd00::7"))).hasToString("fd00::7/128");
        assertThat(IpPrefix.parse("10.0.0.1").isHost()).isTrue();
        assertThat(IpPrefix.parse("10.0.0.1/31").isHost()).isFalse();
    }

    @Test
    void theDefaultContainsEveryAddressOfItsFamily() {
        assertThat(IpPrefix.all(IpFamily.IPV6)).isEqualTo(IpPrefix.parse("::/0"));
        assertThat(IpPrefix.parse("0.0.0.0/0").isDefault()).isTrue();
        assertThat(IpPrefix.parse("0.0.0.0/0").contains(IpAddress.parse("203.0.113.9"))).isTrue();
        assertThat(IpPrefix.parse("0.0.0.0/0").contains(IpAddress.parse("::1"))).isFalse();
    }

    @Test
    void containsTheAddressesOfItsSubnet() {
        assertThat(IpPrefix.parse("10.244.1.7/24").contains(IpAddress.parse("10.244.1.255"))).isTrue();
        assertThat(IpPrefix.parse("10.244.1.7/24").contains(IpAddress.parse("10.244.2.0"))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.0/", "10.0.0.0/+8", "10.0.0.0/-8", "10.0.0.0/33", "10.0.0.0/\u0662\u0664", "10.0.0.0/8/8",
            "/8",
            "fd00::/129", "eth0/24"})
    void refusesWhatIsNoPrefix(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> IpPrefix.parse(text));
    }
}
