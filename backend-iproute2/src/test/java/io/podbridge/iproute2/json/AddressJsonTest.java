package io.podbridge.iproute2.json;

import io.podbridge.netlink.model.InterfaceAddress;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** What the recorded namespaces do not have. */
class AddressJsonTest {

    @ParameterizedTest
    @CsvSource({"tentative,c0", "optimistic,84", "dadfailed,88", "temporary,81", "stable-privacy,880", "home,90"})
    void flagsAreTruthValuesAndPermanentIsToldByNoDynamic(String name, String bits) {
        assertThat(address("\"" + name + "\":true").flags().bits()).isEqualTo(Integer.parseInt(bits, 16));
        assertThat(address("\"" + name + "\":false").flags().bits()).isEqualTo(0x80);
    }

    @Test
    void flagsWithoutANameAreKept() {
        assertThat(address("\"dynamic\":true,\"ifa_flags\":\"3000\"").flags().bits()).isEqualTo(0x3000);
    }

    @Test
    void anAddressOfAnotherFamilyIsLeftOut() {
        assertThat(read("[{\"ifindex\":3,\"addr_info\":[{\"family\":\"mctp\",\"local\":\"8\"},{}]}]")).isEmpty();
    }

    @Test
    void ipv4ComesFirstAsFromTheKernel() {
        String six = "{\"family\":\"inet6\",\"local\":\"fd00::1\",\"prefixlen\":64}";
        String four = "{\"family\":\"inet\",\"local\":\"10.0.0.1\",\"prefixlen\":8}";
        List<InterfaceAddress> read = read(
                "[{\"ifindex\":3,\"addr_info\":[" + six + "]},{},{\"ifindex\":4,\"addr_info\":[" + four + ","
                        + six + "]}]");
        assertThat(read).extracting(address -> address.linkIndex() + " " + address.prefix())
                .containsExactly("4 10.0.0.1/8", "3 fd00::1/64", "4 fd00::1/64");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "prefixlen":33            | at [0].addr_info[0].local: a prefix of 10.0.0.1 has 0 to 32 bits, not 33
            "prefixlen":129           | at [0].addr_info[0].prefixlen: a number from 0 to 128 was expected, not 129
            "scope":"256"             | at [0].addr_info[0].scope: a number from 0 to 255 was expected, not 256
            "scope":"global"          | at [0].addr_info[0].scope: a number was expected, not "global"
            "broadcast":"10.0.0"      | at [0].addr_info[0].broadcast: not an IP address: "10.0.0"
            "label":7                 | at [0].addr_info[0].label: a text was expected, not 7
            "nodad":[]                | at [0].addr_info[0].nodad: a number from 0 to 4294967295 was expected, not []
            """)
    void valuesThatMakeNoSenseAreRefused(String field, String problem) {
        assertThatExceptionOfType(UnreadableOutputException.class).isThrownBy(() -> address(field))
                .withMessageEndingWith(problem);
    }

    private static InterfaceAddress address(String field) {
        return read("[{\"ifindex\":3,\"addr_info\":[{\"family\":\"inet\",\"local\":\"10.0.0.1\"," + field + "}]}]").get(0);
    }

    private static List<InterfaceAddress> read(String json) {
        return AddressJson.read("ip addr", json);
    }
}
