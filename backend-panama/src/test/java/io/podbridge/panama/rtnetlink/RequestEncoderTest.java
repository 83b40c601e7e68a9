package io.podbridge.panama.rtnetlink;

import io.podbridge.netlink.model.IpFamily;
import io.podbridge.netlink.model.LinkId;
import io.podbridge.netlink.model.Sysctl;
import io.podbridge.netlink.request.Command;
import io.podbridge.netlink.request.LinkAdd;
import io.podbridge.netlink.request.LinkChange;
import io.podbridge.netlink.request.LinkSet;
import io.podbridge.netlink.request.NetlinkRequest;
import io.podbridge.netlink.request.SysctlSet;
import io.podbridge.netlink.request.TapOptions;
import io.podbridge.panama.wire.GoldenMessage;
import io.podbridge.panama.wire.MessageWriter;
import io.podbridge.panama.wire.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

class RequestEncoderTest {
    private static final LinkId ETH0 = new LinkId(7, "eth0");

    @ParameterizedTest
    @MethodSource("requests")
    void saysWhatTheToolSaysButForTheKnownDifferences(GoldenRequest golden) {
        List<String> tool = MessageLines.of(GoldenMessage.of("request/" + golden.name()).message());
        List<String> here = MessageLines.of(Messages.first(Messages.written(encoded(golden.request()))));
        List<String> differences = new ArrayList<>();
        without(tool, here).forEach(line -> differences.add("- " + line));
        without(here, tool).forEach(line -> differences.add("+ " + line));
        assertThat(differences).containsExactlyInAnyOrderElementsOf(golden.differences());
    }

    @ParameterizedTest
    @MethodSource("requests")
    void isEncodedToTheVeryBytes(GoldenRequest golden) {
        assertThat(Messages.written(encoded(golden.request()))).isEqualTo(GoldenMessage.of("encoded/" + golden.name()).bytes());
    }

    @ParameterizedTest
    @MethodSource("requests")
    void isEncodedToTheSameBytesWhateverTheBufferHeld(GoldenRequest golden) {
        assertThat(Messages.writtenOverOnes(encoded(golden.request()))).isEqualTo(Messages.written(encoded(golden.request())));
    }

    @Test
    void knowsEveryGoldenRequest() {
        List<String> files = GoldenMessage.all("request/").stream().map(file -> file.name().substring("request/".length()))
                .toList();
        assertThat(requests().map(GoldenRequest::name)).containsExactlyInAnyOrderElementsOf(files);
    }

    @Test
    void leavesToOthersWhatRtnetlinkDoesNotKnow() {
        assertThat(RequestEncoder.encode(LinkAdd.tap("tap0", TapOptions.ownedBy(107, 107)).build())).isEmpty();
        assertThat(RequestEncoder.encode(new SysctlSet(Sysctl.ofLink(IpFamily.IPV6, ETH0, "disable_ipv6"), "1"))).isEmpty();
        assertThat(RequestEncoder.encode(new FromTheFuture())).isEmpty();
        assertThat(RequestEncoder.encode(LinkSet.of(ETH0, new LinkChange.Mtu(1400), () -> "colour green"))).isEmpty();
    }

    static Stream<GoldenRequest> requests() {
        return GoldenRequest.all();
    }

    private record FromTheFuture() implements NetlinkRequest {
        @Override
        public String operation() {
            return "paint";
        }

        @Override
        public String target() {
            return "eth0";
        }

        @Override
        public List<Command> commands() {
            return List.of();
        }
    }

    private static Consumer<MessageWriter> encoded(NetlinkRequest request) {
        List<Message> messages = RequestEncoder.encode(request).orElseThrow();
        return writer -> messages.forEach(message -> message.write(writer, 1));
    }

    private static List<String> without(List<String> lines, List<String> others) {
        List<String> left = new ArrayList<>(lines);
        others.forEach(left::remove);
        return left;
    }
}
