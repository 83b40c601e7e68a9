package io.podbridge.panama.wire;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.function.Consumer;

/** Messages made for a test. */
public final class Messages {
    private static final int ROOM = 1 << 17;

    private Messages() {}

    /**
     * A message with a payload.
     *
     * @param type {@code nlmsg_type}
     * @param flags {@code nlmsg_flags}
     * @param body writes the payload
     * @return its bytes
     */
    public static byte[] message(int type, int flags, Consumer<MessageWriter> body) {
        return written(writer -> {
            writer.begin(type, flags, 1);
            body.accept(writer);
            writer.end();
        });
    }

    /**
     * What a writer writes.
     *
     * @param write writes
     * @return the bytes
     */
    public static byte[] written(Consumer<MessageWriter> write) {
        return written(new byte[ROOM], write);
    }

    /**
     * What a writer writes into a buffer where something was before.
     *
     * @param write writes
     * @return the bytes
     */
    public static byte[] writtenOverOnes(Consumer<MessageWriter> write) {
        byte[] dirty = new byte[ROOM];
        Arrays.fill(dirty, (byte) 0xff);
        return written(dirty, write);
    }

    /**
     * A reader that stands on the first message of a datagram.
     *
     * @param datagram the bytes
     * @return the reader
     */
    public static MessageReader first(byte[] datagram) {
        MessageReader reader = new MessageReader(ByteBuffer.wrap(datagram));
        if (!reader.next()) {
            throw new IllegalArgumentException("an empty datagram");
        }
        return reader;
    }

    /**
     * The same message with its end cut off, and a header that says so: what a kernel sends that knows less.
     *
     * @param message one message
     * @param length how many bytes to leave, at least a header
     * @return the shorter message
     */
    public static byte[] shortened(byte[] message, int length) {
        byte[] shorter = Arrays.copyOf(message, length);
        ByteBuffer.wrap(shorter).order(ByteOrder.nativeOrder()).putInt(0, length);
        return shorter;
    }

    private static byte[] written(byte[] room, Consumer<MessageWriter> write) {
        MessageWriter writer = new MessageWriter(ByteBuffer.wrap(room));
        write.accept(writer);
        return Arrays.copyOf(room, writer.length());
    }
}
