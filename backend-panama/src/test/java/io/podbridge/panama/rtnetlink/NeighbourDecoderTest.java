package io.podbridge.panama.rtnetlink;

import io.podbridge.netlink.model.HardwareAddress;
import io.podbridge.netlink.model.IpAddress;
import io.podbridge.netlink.model.Neighbour;
import io.podbridge.netlink.model.RawAttribute;
import io.podbridge.panama.wire.GoldenMessage;
import io.podbridge.panama.wire.MessageWriter;
import io.podbridge.panama.wire.Messages;
import io.podbridge.panama.wire.WireException;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class NeighbourDecoderTest {
    private static final int AF_BRIDGE = 7;
    private static final int INVENTED = 4711;
    private static final byte[] ADDRESS = {10, 0, 0, 1};

    @Test
    void readsPermanentEntriesOfBothFamilies() {
        assertThat(golden("neigh-permanent")).contains(Neighbour.builder(7, IpAddress.parse("10.244.1.1"))
                .hardwareAddress(HardwareAddress.parse("0a:58:0a:f4:01:01")).state(Neighbour.PERMANENT).build());
        assertThat(golden("neigh-v6")).contains(Neighbour.builder(7, IpAddress.parse("fd00:10:244:1::1"))
                .hardwareAddress(HardwareAddress.parse("0a:58:0a:f4:01:01")).state(Neighbour.PERMANENT).build());
    }

    @Test
    void readsAnEntryThatAnotherProgramLearned() {
        assertThat(golden("neigh-extern")).contains(Neighbour.builder(7, IpAddress.parse("10.244.1.9"))
                .hardwareAddress(HardwareAddress.parse("0a:58:0a:f4:01:09")).state(Neighbour.NOARP)
                .flags(Neighbour.EXTERNALLY_LEARNED).protocol(5).build());
    }

    @Test
    void readsAProxyWhichHasNoHardwareAddress() {
        assertThat(golden("neigh-proxy"))
                .contains(Neighbour.builder(7, IpAddress.parse("10.244.1.50")).flags(Neighbour.PROXY).build());
    }

    @Test
    void leavesOutOtherFamilies() {
        assertThat(decode(AF_BRIDGE, body -> {})).isEmpty();
    }

    @Test
    void keepsWhatItDoesNotKnow() {
        Optional<Neighbour> neighbour = decode(Rtm.AF_INET,
                body -> body.attribute(Nda.DST, ADDRESS).attribute(INVENTED, new byte[] {1}));
        assertThat(neighbour.orElseThrow().unknownAttributes()).containsExactly(new RawAttribute(INVENTED, new byte[] {1}));
    }

    @Test
    void refusesAnEntryWithoutAnAddress() {
        assertThatExceptionOfType(WireException.class).isThrownBy(() -> decode(Rtm.AF_INET, body -> {}));
        assertThatExceptionOfType(WireException.class)
                .isThrownBy(() -> decode(Rtm.AF_INET, body -> body.attribute(Nda.DST, new byte[3])));
    }

    private static Optional<Neighbour> golden(String name) {
        return NeighbourDecoder.decode(GoldenMessage.of("answer/" + name).payload());
    }

    private static Optional<Neighbour> decode(int family, Consumer<MessageWriter> attributes) {
        return NeighbourDecoder.decode(Messages.first(Messages.message(Rtm.NEWNEIGH, 0, body -> {
            body.u8(family).u8(0).u16(0).u32(7).u16(Neighbour.PERMANENT).u8(0).u8(1);
            attributes.accept(body);
        })).payload());
    }
}
