package io.podbridge.panama.wire;

import java.nio.ByteBuffer;

/**
 * A stretch of a datagram: what follows a message's header. It is valid until the buffer is used for the next datagram.
 *
 * @param buffer the datagram, in the machine's order
 * @param from where it begins
 * @param to where it ends
 */
public record Payload(ByteBuffer buffer, int from, int to) {

    /**
     * Makes sure that the fixed header of a message is there.
     *
     * @param size its length in bytes
     * @return this payload
     * @throws WireException if it is shorter
     */
    public Payload require(int size) {
        if (to - from < size) {
            throw new WireException("a payload of " + (to - from) + " bytes where a header has " + size);
        }
        return this;
    }

    /**
     * A byte of the fixed header.
     *
     * @param offset from the beginning
     * @return 0 to 255
     */
    public int u8(int offset) {
        return buffer.get(from + offset) & 0xff;
    }

    /**
     * Two bytes of the fixed header.
     *
     * @param offset from the beginning
     * @return 0 to 65535
     */
    public int u16(int offset) {
        return buffer.getShort(from + offset) & 0xffff;
    }

    /**
     * Four bytes of the fixed header.
     *
     * @param offset from the beginning
     * @return the number
     */
    public int s32(int offset) {
        return buffer.getInt(from + offset);
    }

    /**
     * The attributes behind the fixed header.
     *
     * @param headerSize its length in bytes
     * @return a cursor before the first attribute
     */
    public AttributeReader attributes(int headerSize) {
        return new AttributeReader(buffer, Math.min(to, from + Netlink.align(headerSize)), to);
    }
}
