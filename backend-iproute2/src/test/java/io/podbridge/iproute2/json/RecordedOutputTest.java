package io.podbridge.iproute2.json;

import io.podbridge.netlink.model.InterfaceAddress;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

class RecordedOutputTest {

    static List<Recorded> versions() {
        return Recorded.ALL;
    }

    @ParameterizedTest
    @MethodSource("versions")
    void linksAreWhatTheKernelSaidByNetlink(Recorded recorded) {
        assertThat(recorded.links().stream().map(Described::of)).containsExactlyElementsOf(Recorded.expected("link"));
    }

    @ParameterizedTest
    @MethodSource("versions")
    void addressesAreWhatTheKernelSaidByNetlinkExceptThatOldVersionsDoNotTellTheirProtocol(Recorded recorded) {
        List<String> expected = Recorded.expected("addr");
        assertThat(recorded.addresses().stream().map(Described::of)).containsExactlyElementsOf(
                recorded.tellsProtocolOfAddresses()
                        ? expected
                        : expected.stream().map(RecordedOutputTest::withoutProtocol).toList());
    }

    private static String withoutProtocol(String address) {
        return address.replaceFirst(" protocol [0-9]+$", "");
    }

    @ParameterizedTest
    @MethodSource("versions")
    void routesAreWhatTheKernelSaidByNetlink(Recorded recorded) {
        assertThat(recorded.routes().stream().map(Described::of)).containsExactlyElementsOf(Recorded.expected("route"));
    }

    @ParameterizedTest
    @MethodSource("versions")
    void neighboursAreWhatTheKernelSaidByNetlink(Recorded recorded) {
        assertThat(recorded.neighbours().stream().map(Described::of)).containsExactlyElementsOf(Recorded.expected("neigh"));
    }

    @Test
    void theVersionsGiveEqualModels() {
        assertThat(Recorded.ALL.stream().map(Recorded::links).distinct()).hasSize(1);
        assertThat(Recorded.ALL.stream().map(Recorded::routes).distinct()).hasSize(1);
        assertThat(Recorded.ALL.stream().map(Recorded::neighbours).distinct()).hasSize(1);
        assertThat(Recorded.ALL.stream().filter(recorded -> !recorded.tellsProtocolOfAddresses())
                .map(Recorded::addresses).distinct()).hasSize(1);
    }

    @Test
    void nobodySaysThatAnAddressHasNoProtocolButThoseThatCannotTell() {
        Stream<InterfaceAddress> told = Recorded.ALL.get(2).addresses().stream()
                .filter(address -> address.protocol().isPresent());
        assertThat(told.map(address -> address.prefix().toString())).hasSize(4).contains("::1/128");
    }
}
