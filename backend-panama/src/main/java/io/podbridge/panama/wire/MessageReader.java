package io.podbridge.panama.wire;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Walks the messages of one datagram. After {@link #next} it stands on a message. */
public final class MessageReader {
    private final ByteBuffer buffer;
    private final int end;
    private int at;
    private int next;

    /**
     * Stands before the first message.
     *
     * @param buffer the datagram, from its position to its limit; its order becomes the machine's
     */
    public MessageReader(ByteBuffer buffer) {
        this.buffer = buffer.order(ByteOrder.nativeOrder());
        this.next = buffer.position();
        this.end = buffer.limit();
    }

    /**
     * Goes to the next message.
     *
     * @return false if there is none
     * @throws WireException if a message does not fit into the datagram
     */
    public boolean next() {
        if (next >= end) {
            return false;
        }
        at = next;
        int length = end - at < Netlink.HEADER_SIZE ? -1 : buffer.getInt(at);
        if (length < Netlink.HEADER_SIZE || length > end - at) {
            throw new WireException(
                    "a netlink message of " + length + " bytes in the " + (end - at) + " that are left of a datagram");
        }
        next = at + Netlink.align(length);
        return true;
    }

    /** {@return {@code nlmsg_type}} */
    public int type() {
        return buffer.getShort(at + 4) & 0xffff;
    }

    /** {@return {@code nlmsg_flags}} */
    public int flags() {
        return buffer.getShort(at + 6) & 0xffff;
    }

    /** {@return {@code nlmsg_seq}} */
    public int sequence() {
        return buffer.getInt(at + 8);
    }

    /** {@return what follows the header} */
    public Payload payload() {
        return new Payload(buffer, at + Netlink.HEADER_SIZE, at + buffer.getInt(at));
    }
}
