package io.podbridge.panama.wire;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class AttributeReaderTest {

    @Test
    void masksTheFlagsForNestingAndByteOrder() {
        assertThat(first(body -> body.attribute8(0x8000 | 52, 1)).type()).isEqualTo(52);
        assertThat(first(body -> body.attribute8(0x4000 | 52, 1)).type()).isEqualTo(52);
        assertThat(first(body -> body.attribute8(0xffff, 1)).type()).isEqualTo(0x3fff);
    }

    @Test
    void readsANumberThatIsShorterThanAskedForAsFarAsItGoes() {
        AttributeReader none = first(body -> body.attribute(1, new byte[0]));
        assertThat(none.u8()).isZero();
        assertThat(none.u16()).isZero();
        assertThat(none.s32()).isZero();
        assertThat(none.bytes()).isEmpty();
        assertThat(none.string()).isEmpty();
        assertThat(none.nested().next()).isFalse();
        assertThat(first(body -> body.attribute8(1, 0xfe)).u32()).isEqualTo(0xfe);
        assertThat(first(body -> body.attribute16(1, 0xfffe)).u32()).isEqualTo(0xfffe);
    }

    @Test
    void readsANumberThatIsLongerThanAskedForToWhatWasAskedFor() {
        AttributeReader a = first(body -> {
            int at = body.nest(1);
            body.u16(7).u16(8).u32(9).unnest(at);
        });
        assertThat(a.u16()).isEqualTo(7);
        assertThat(a.length()).isEqualTo(8);
    }

    @Test
    void takesNumbersForUnsigned() {
        assertThat(first(body -> body.attribute32(1, 0xffff_fffeL)).u32()).isEqualTo(0xffff_fffeL);
        assertThat(first(body -> body.attribute32(1, 0xffff_fffeL)).s32()).isEqualTo(-2);
        assertThat(first(body -> body.attribute16(1, 0xfffe)).u16()).isEqualTo(0xfffe);
        assertThat(first(body -> body.attribute8(1, 0xfe)).u8()).isEqualTo(0xfe);
    }

    @Test
    void readsTextWithAndWithoutAFinalZero() {
        assertThat(first(body -> body.attribute(1, "the pod’s NIC")).string()).isEqualTo("the pod’s NIC");
        assertThat(first(body -> body.attribute(1, "eth0".getBytes(StandardCharsets.UTF_8))).string()).isEqualTo("eth0");
        assertThat(first(body -> body.attribute(1, new byte[3])).string()).isEmpty();
    }

    @Test
    void leavesOutNoMoreBytesThanThereAre() {
        AttributeReader a = first(body -> body.attribute(1, new byte[] {1, 2, 3}));
        assertThat(a.bytes(2)).containsExactly(3);
        assertThat(a.bytes(3)).isEmpty();
        assertThat(a.bytes(4711)).isEmpty();
    }

    @Test
    void readsOneOfSeveralNumbers() {
        AttributeReader a = first(body -> {
            int at = body.nest(1);
            body.u32(10).u32(11).unnest(at);
        });
        assertThat(a.element(1)).isEqualTo(11);
        assertThat(a.element(2)).isZero();
    }

    @Test
    void readsAnAttributeOfTheLargestLength() {
        AttributeReader a = first(body -> body.attribute(1, new byte[0xffff - 4]).attribute8(2, 5));
        assertThat(a.length()).isEqualTo(0xffff - 4);
        assertThat(a.next()).isTrue();
        assertThat(a.u8()).isEqualTo(5);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 3, 9, 0x7fff, 0x8000, 0xffff})
    void refusesAnAttributeWhoseLengthDoesNotFit(int length) {
        ByteBuffer eight = ByteBuffer.allocate(8).order(ByteOrder.nativeOrder()).putShort(0, (short) length);
        AttributeReader a = new Payload(eight, 0, 8).attributes(0);
        assertThatExceptionOfType(WireException.class).isThrownBy(a::next);
    }

    @Test
    void refusesANestedAttributeThatIsLongerThanItsParent() {
        AttributeReader parent = first(body -> {
            int at = body.nest(1);
            body.u16(12).u16(2).unnest(at);
            body.attribute32(3, 0);
        });
        AttributeReader child = parent.nested();
        assertThatExceptionOfType(WireException.class).isThrownBy(child::next)
                .withMessage("a netlink attribute of 12 bytes in the 4 that are left");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void toleratesBytesAtTheEndThatAreTooFewForAnAttribute(int trailing) {
        ByteBuffer bytes = ByteBuffer.allocate(8 + trailing).order(ByteOrder.nativeOrder()).putShort(0, (short) 8);
        AttributeReader a = new Payload(bytes, 0, 8 + trailing).attributes(0);
        assertThat(a.next()).isTrue();
        assertThat(a.next()).isFalse();
    }

    @Test
    void toleratesALastAttributeWithoutItsPadding() {
        ByteBuffer five = ByteBuffer.allocate(5).order(ByteOrder.nativeOrder()).putShort(0, (short) 5).put(4, (byte) 9);
        AttributeReader a = new Payload(five, 0, 5).attributes(0);
        assertThat(a.next()).isTrue();
        assertThat(a.u8()).isEqualTo(9);
        assertThat(a.next()).isFalse();
    }

    @Test
    void findsNoAttributesBehindAHeaderThatIsCutOff() {
        assertThat(new Payload(ByteBuffer.allocate(6), 0, 6).attributes(8).next()).isFalse();
    }

    private static AttributeReader first(Consumer<MessageWriter> attributes) {
        AttributeReader reader = Messages.first(Messages.message(1, 0, attributes)).payload().attributes(0);
        assertThat(reader.next()).isTrue();
        return reader;
    }
}
