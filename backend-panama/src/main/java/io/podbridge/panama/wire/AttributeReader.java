package io.podbridge.panama.wire;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * Walks the attributes of a message, or of an attribute that holds attributes. After {@link #next} it stands on an attribute. A number
 * that is shorter than asked for is read as far as it goes, a longer one to what was asked for: kernels lengthen attributes.
 */
public final class AttributeReader {
    private final ByteBuffer buffer;
    private final int end;
    private int at;
    private int next;

    AttributeReader(ByteBuffer buffer, int from, int end) {
        this.buffer = buffer;
        this.next = from;
        this.end = end;
    }

    /**
     * Goes to the next attribute.
     *
     * @return false if there is none
     * @throws WireException if an attribute does not fit
     */
    public boolean next() {
        if (end - next < Netlink.ATTRIBUTE_HEADER_SIZE) {
            return false;
        }
        at = next;
        int length = buffer.getShort(at) & 0xffff;
        if (length < Netlink.ATTRIBUTE_HEADER_SIZE || length > end - at) {
            throw new WireException("a netlink attribute of " + length + " bytes in the " + (end - at) + " that are left");
        }
        next = at + Netlink.align(length);
        return true;
    }

    /** {@return the attribute's number, without the flags for nesting and byte order} */
    public int type() {
        return buffer.getShort(at + 2) & Netlink.NLA_TYPE_MASK;
    }

    /** {@return the length of the payload in bytes} */
    public int length() {
        return (buffer.getShort(at) & 0xffff) - Netlink.ATTRIBUTE_HEADER_SIZE;
    }

    /** {@return the payload as an unsigned number of one byte} */
    public int u8() {
        return length() < 1 ? 0 : buffer.get(payload()) & 0xff;
    }

    /** {@return the payload as an unsigned number of two bytes} */
    public int u16() {
        return length() < 2 ? u8() : buffer.getShort(payload()) & 0xffff;
    }

    /** {@return the payload as a signed number of four bytes} */
    public int s32() {
        return length() < 4 ? u16() : buffer.getInt(payload());
    }

    /** {@return the payload as an unsigned number of four bytes} */
    public long u32() {
        return s32() & 0xffff_ffffL;
    }

    /**
     * One of several numbers of four bytes in a row.
     *
     * @param index which, from 0
     * @return the number, or 0 if there are not so many
     */
    public int element(int index) {
        return length() < 4 * (index + 1) ? 0 : buffer.getInt(payload() + 4 * index);
    }

    /** {@return a copy of the payload} */
    public byte[] bytes() {
        return bytes(0);
    }

    /**
     * A copy of the payload's end.
     *
     * @param from how many bytes to leave out
     * @return the bytes; none if there are not so many
     */
    public byte[] bytes(int from) {
        int left = Math.min(from, length());
        byte[] bytes = new byte[length() - left];
        buffer.get(payload() + left, bytes);
        return bytes;
    }

    /** {@return the payload as text, up to the final zero} */
    public String string() {
        int length = length();
        while (length > 0 && buffer.get(payload() + length - 1) == 0) {
            length--;
        }
        byte[] bytes = new byte[length];
        buffer.get(payload(), bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** {@return a cursor before the first attribute inside this one} */
    public AttributeReader nested() {
        return new AttributeReader(buffer, payload(), at + (buffer.getShort(at) & 0xffff));
    }

    /** {@return the payload of this attribute, for structures in it} */
    public Payload structure() {
        return new Payload(buffer, payload(), payload() + length());
    }

    private int payload() {
        return at + Netlink.ATTRIBUTE_HEADER_SIZE;
    }
}
