package io.podbridge.panama.wire;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class MessageReaderTest {
    private static final int NEWNEIGH = 28;

    @Test
    void walksTheMessagesOfOneDatagram() {
        MessageReader datagram = GoldenMessage.of("answer/datagram").datagram();
        List<Integer> types = new ArrayList<>();
        while (datagram.next()) {
            types.add(datagram.type());
            assertThat(datagram.flags() & 0x02).as("NLM_F_MULTI").isEqualTo(2);
            assertThat(datagram.sequence()).isEqualTo(0x6b06b9ed);
        }
        assertThat(types).containsExactly(NEWNEIGH, NEWNEIGH, NEWNEIGH, NEWNEIGH, NEWNEIGH, NEWNEIGH, Netlink.NLMSG_DONE);
        assertThat(datagram.next()).isFalse();
    }

    @Test
    void findsNothingInAnEmptyDatagram() {
        assertThat(new MessageReader(ByteBuffer.allocate(0)).next()).isFalse();
    }

    @Test
    void readsFromPositionToLimit() {
        byte[] one = Messages.message(4711, 3, body -> body.u32(42));
        ByteBuffer buffer = ByteBuffer.allocate(100).position(8).put(one).flip().position(8);
        MessageReader reader = new MessageReader(buffer);
        assertThat(reader.next()).isTrue();
        assertThat(reader.type()).isEqualTo(4711);
        assertThat(reader.flags()).isEqualTo(3);
        assertThat(reader.payload().s32(0)).isEqualTo(42);
        assertThat(reader.next()).isFalse();
    }

    @Test
    void toleratesALastMessageWithoutItsPadding() {
        byte[] padded = Messages.message(1, 0, body -> body.u8(7));
        MessageReader reader = Messages.first(Arrays.copyOf(padded, 17));
        assertThat(reader.payload().u8(0)).isEqualTo(7);
        assertThat(reader.next()).isFalse();
    }

    @Test
    void takesTypesAndFlagsForUnsigned() {
        MessageReader reader = Messages.first(Messages.message(0xfffe, 0xfffd, body -> {}));
        assertThat(reader.type()).isEqualTo(0xfffe);
        assertThat(reader.flags()).isEqualTo(0xfffd);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 15, 21, 65536, Integer.MAX_VALUE, Integer.MAX_VALUE - 2, -1, Integer.MIN_VALUE})
    void refusesAMessageWhoseLengthDoesNotFit(int length) {
        ByteBuffer datagram = ByteBuffer.allocate(20).order(ByteOrder.nativeOrder()).putInt(0, length);
        MessageReader reader = new MessageReader(datagram);
        assertThatExceptionOfType(WireException.class).isThrownBy(reader::next);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4, 15})
    void refusesBytesThatAreNoMessage(int more) {
        byte[] one = Messages.message(1, 0, body -> {});
        MessageReader reader = Messages.first(Arrays.copyOf(one, one.length + more));
        assertThatExceptionOfType(WireException.class).isThrownBy(reader::next);
    }
}
