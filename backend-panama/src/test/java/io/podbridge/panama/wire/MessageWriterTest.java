package io.podbridge.panama.wire;

import java.nio.BufferOverflowException;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class MessageWriterTest {

    @Test
    void writesHeaderLengthsAndPadding() {
        byte[] bytes = Messages.written(writer -> {
            writer.begin(0x10, 0x605, 0x6b06b9e0).u8(1).u8(2).u16(3);
            writer.attribute(3, "lo").attribute8(16, 6);
            writer.end();
        });
        assertThat(HexFormat.of().formatHex(bytes))
                .isEqualTo("24000000" + "1000" + "0506" + "e0b9066b" + "00000000" + "01020300" + "07000300" + "6c6f0000"
                        + "05001000" + "06000000");
    }

    @Test
    void writesOverWhateverWasInTheBuffer() {
        assertThat(Messages.writtenOverOnes(MessageWriterTest::everything))
                .isEqualTo(Messages.written(MessageWriterTest::everything));
    }

    @Test
    void beginsTheNextMessageAligned() {
        byte[] bytes = Messages.written(writer -> {
            writer.begin(1, 0, 1).u8(1).end();
            writer.begin(2, 0, 2).end();
        });
        MessageReader reader = Messages.first(bytes);
        assertThat(reader.payload().to() - reader.payload().from()).isEqualTo(1);
        assertThat(reader.next()).isTrue();
        assertThat(reader.sequence()).isEqualTo(2);
    }

    @Test
    void countsThePaddingOfInnerAttributesButNotItsOwn() {
        AttributeReader outer = Messages.first(Messages.message(1, 0, body -> {
            int at = body.nest(18);
            body.attribute8(1, 1).attribute(2, "abc").unnest(at);
            at = body.nest(19);
            body.u8(1).unnest(at);
        })).payload().attributes(0);
        assertThat(outer.next()).isTrue();
        assertThat(outer.length()).isEqualTo(8 + 8);
        assertThat(outer.next()).isTrue();
        assertThat(outer.length()).isEqualTo(1);
    }

    @Test
    void refusesAnAttributeThatIsTooLongForItsLengthField() {
        MessageWriter writer = new MessageWriter(ByteBuffer.allocate(1 << 17));
        assertThatExceptionOfType(WireException.class).isThrownBy(() -> writer.attribute(1, new byte[0xffff - 3]))
                .withMessage("an attribute of 65536 bytes; it has at most 65535");
    }

    @Test
    void refusesMoreThanTheBufferHolds() {
        MessageWriter writer = new MessageWriter(ByteBuffer.allocate(20));
        assertThatExceptionOfType(BufferOverflowException.class)
                .isThrownBy(() -> writer.begin(1, 0, 1).attribute32(1, 1).end());
    }

    private static void everything(MessageWriter writer) {
        writer.begin(1, 2, 3).u8(1).u8(2).u16(3).u32(4);
        int outer = writer.nest(1);
        writer.attribute8(2, 1).attribute16(3, 2).attribute32(4, 3).attribute(5, "text").attribute(6, new byte[] {1, 2, 3});
        int hop = writer.length();
        writer.u16(0).u8(1).u8(1).u32(1).attribute8(7, 1).patchLength(hop);
        writer.unnest(outer);
        writer.end();
    }
}
