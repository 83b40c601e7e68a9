package io.podbridge.netlink.model;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class MacAddressTest {

    @Test
    void isReadInEitherCaseAndPrintedInLower() {
        MacAddress mac = MacAddress.parse("0A:58:0a:F4:01:07");
        assertThat(mac).hasToString("0a:58:0a:f4:01:07");
        assertThat(mac.toBytes()).containsExactly(0x0a, 0x58, 0x0a, 0xf4, 0x01, 0x07);
        assertThat(MacAddress.of(mac.toBytes())).isEqualTo(mac);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0a:58:0a:f4:01", "0a:58:0a:f4:01:07:08", "0a:58:0a:f4:01:7", "0a-58-0a-f4-01-07",
            "0a:58:0a:f4:01:0g"})
    void refusesWhatIsNoAddress(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> MacAddress.parse(text))
                .withMessage("not an Ethernet address: \"" + text + "\"; it has six bytes, such as 0a:58:0a:f4:01:07");
    }

    @Test
    void hasFortyEightBits() {
        assertThat(new MacAddress((1L << 48) - 1)).hasToString("ff:ff:ff:ff:ff:ff");
        assertThatIllegalArgumentException().isThrownBy(() -> new MacAddress(1L << 48));
        assertThatIllegalArgumentException().isThrownBy(() -> new MacAddress(-1));
        assertThatIllegalArgumentException().isThrownBy(() -> MacAddress.of(new byte[8]));
    }

    @Test
    void oneInterfaceCanHaveItUnlessItIsZeroOrMulticast() {
        assertThat(MacAddress.parse("02:00:00:00:00:01").isUnicast()).isTrue();
        assertThat(MacAddress.parse("00:00:00:00:00:00").isUnicast()).isFalse();
        assertThat(MacAddress.parse("01:00:5e:00:00:01").isUnicast()).isFalse();
    }

    @Test
    void aRandomOneIsUnicastAndAdministeredLocally() {
        Random random = new Random(42);
        for (int i = 0; i < 100; i++) {
            assertThat(MacAddress.random(random).toBytes()[0] & 3).isEqualTo(2);
        }
    }
}
