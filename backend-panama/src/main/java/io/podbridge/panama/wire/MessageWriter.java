package io.podbridge.panama.wire;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * Writes netlink messages one after the other into a buffer that may hold anything before. All padding is zeroed. Numbers are in the
 * machine's order; addresses are bytes.
 */
public final class MessageWriter {
    private static final int MAX_ATTRIBUTE = 0xffff;

    private final ByteBuffer buffer;
    private int start;

    /**
     * Writes from the buffer's beginning.
     *
     * @param buffer where the bytes go; its order becomes the machine's
     */
    public MessageWriter(ByteBuffer buffer) {
        this.buffer = buffer.clear().order(ByteOrder.nativeOrder());
    }

    /** {@return how many bytes are written} */
    public int length() {
        return buffer.position();
    }

    /**
     * Begins a message; {@link #end} completes it.
     *
     * @param type {@code nlmsg_type}
     * @param flags {@code nlmsg_flags}
     * @param sequence {@code nlmsg_seq}
     * @return this writer
     */
    public MessageWriter begin(int type, int flags, int sequence) {
        start = buffer.position();
        return u32(0).u16(type).u16(flags).u32(sequence).u32(0);
    }

    /** Ends the message: its length is known now. */
    public void end() {
        buffer.putInt(start, buffer.position() - start);
        pad();
    }

    /**
     * Appends one byte, of a fixed header.
     *
     * @param value its low eight bits
     * @return this writer
     */
    public MessageWriter u8(int value) {
        buffer.put((byte) value);
        return this;
    }

    /**
     * Appends two bytes, of a fixed header.
     *
     * @param value its low sixteen bits
     * @return this writer
     */
    public MessageWriter u16(int value) {
        buffer.putShort((short) value);
        return this;
    }

    /**
     * Appends four bytes, of a fixed header.
     *
     * @param value the number
     * @return this writer
     */
    public MessageWriter u32(int value) {
        buffer.putInt(value);
        return this;
    }

    /**
     * Appends an attribute of one byte.
     *
     * @param type {@code nla_type}
     * @param value its low eight bits
     * @return this writer
     */
    public MessageWriter attribute8(int type, int value) {
        int at = nest(type);
        buffer.put((byte) value);
        return unnest(at);
    }

    /**
     * Appends an attribute of two bytes.
     *
     * @param type {@code nla_type}
     * @param value its low sixteen bits
     * @return this writer
     */
    public MessageWriter attribute16(int type, int value) {
        int at = nest(type);
        buffer.putShort((short) value);
        return unnest(at);
    }

    /**
     * Appends an attribute of four bytes.
     *
     * @param type {@code nla_type}
     * @param value its low thirty-two bits
     * @return this writer
     */
    public MessageWriter attribute32(int type, long value) {
        int at = nest(type);
        buffer.putInt((int) value);
        return unnest(at);
    }

    /**
     * Appends an attribute of bytes.
     *
     * @param type {@code nla_type}
     * @param value the bytes
     * @return this writer
     */
    public MessageWriter attribute(int type, byte[] value) {
        int at = nest(type);
        buffer.put(value);
        return unnest(at);
    }

    /**
     * Appends an attribute of text, with the final zero.
     *
     * @param type {@code nla_type}
     * @param value the text
     * @return this writer
     */
    public MessageWriter attribute(int type, String value) {
        int at = nest(type);
        buffer.put(value.getBytes(StandardCharsets.UTF_8)).put((byte) 0);
        return unnest(at);
    }

    /**
     * Begins an attribute whose payload follows; {@link #unnest} completes it.
     *
     * @param type {@code nla_type}
     * @return where it begins
     */
    public int nest(int type) {
        int at = buffer.position();
        u16(0).u16(type);
        return at;
    }

    /**
     * Ends the attribute that began there.
     *
     * @param at what {@link #nest} returned
     * @return this writer
     */
    public MessageWriter unnest(int at) {
        int length = buffer.position() - at;
        if (length > MAX_ATTRIBUTE) {
            throw new WireException("an attribute of " + length + " bytes; it has at most " + MAX_ATTRIBUTE);
        }
        buffer.putShort(at, (short) length);
        pad();
        return this;
    }

    /**
     * Writes the length of a structure that begins with it, such as {@code struct rtnexthop}.
     *
     * @param at where the structure begins
     */
    public void patchLength(int at) {
        buffer.putShort(at, (short) (buffer.position() - at));
    }

    private void pad() {
        while ((buffer.position() & 3) != 0) {
            buffer.put((byte) 0);
        }
    }
}
