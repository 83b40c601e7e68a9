package io.podbridge.iproute2.handler;

import io.podbridge.netlink.Errno;
import io.podbridge.netlink.FailureKind;
import io.podbridge.netlink.model.InterfaceAddress;
import io.podbridge.netlink.model.IpPrefix;
import io.podbridge.netlink.model.LinkId;
import io.podbridge.netlink.request.AddressAdd;
import io.podbridge.netlink.request.AddressDelete;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

class ComplaintTest {

    static Stream<List<String>> collected() throws IOException {
        try (InputStream file = Objects.requireNonNull(ComplaintTest.class.getResourceAsStream("complaints.txt"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8).lines().filter(line -> !line.startsWith("#"))
                    .map(line -> List.of(line.split(" => ", 2))).toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("collected")
    void whatAProgramPrintedHasTheErrnoAndTheKindOfTheKernel(List<String> printedAndMeant) {
        Complaint complaint = Complaint.of(printedAndMeant.get(0));

        FailureKind kind = complaint.errno().map(FailureKind::of).orElse(complaint.kind());
        assertThat(complaint.errno().map(Errno::name).orElse("-") + " " + kind).isEqualTo(printedAndMeant.get(1));
    }

    @Test
    void theKernelsOwnWordsAreKeptWithoutTheProgramsFrame() {
        assertThat(Complaint.of("Error: mtu less than device minimum.").words()).contains("mtu less than device minimum");
        assertThat(Complaint.of("RTNETLINK answers: File exists").words()).isEmpty();
    }

    @Test
    void withoutIpv6ALinkTakesNoAddressAndHasNoneToDelete() {
        LinkId link = new LinkId(3, "eth0");
        InterfaceAddress address = InterfaceAddress.builder(3, IpPrefix.parse("fd00::7/64")).build();
        String text = "Error: ipv6: IPv6 is disabled on this device.";

        assertThat(Complaint.of(new AddressAdd(link, address), text).errno()).contains(Errno.named("EACCES"));
        assertThat(Complaint.of(new AddressDelete(link, address), text).errno()).contains(Errno.named("ENXIO"));
        assertThat(Complaint.of(new AddressDelete(link, address), "RTNETLINK answers: File exists").errno())
                .contains(Errno.named("EEXIST"));
    }

    @Test
    void aWarningBeforeTheComplaintIsNone() {
        assertThat(
                Complaint.of("Warning: nodad option can be set only for IPv6 addresses\nRTNETLINK answers: File exists").errno())
                .contains(Errno.named("EEXIST"));
    }

    @Test
    void silenceIsAComplaintOfWhichNothingIsKnown() {
        assertThat(Complaint.of("")).isEqualTo(
                new Complaint(Optional.empty(), Optional.empty(), FailureKind.OTHER));
    }
}
