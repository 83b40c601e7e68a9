package io.podbridge.benchmarks.jmh;

import io.podbridge.netlink.model.Link;
import io.podbridge.netlink.model.LinkId;
import io.podbridge.netlink.request.LinkChange;
import io.podbridge.netlink.request.LinkSet;
import io.podbridge.panama.ffi.SystemCallException;
import io.podbridge.panama.rtnetlink.LinkDecoder;
import io.podbridge.panama.rtnetlink.Message;
import io.podbridge.panama.rtnetlink.Queries;
import io.podbridge.panama.rtnetlink.RequestEncoder;
import io.podbridge.panama.socket.Conversation;
import io.podbridge.panama.socket.ConversationException;
import io.podbridge.panama.wire.MessageWriter;
import io.podbridge.panama.wire.Payload;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Messages alone: one from the kernel decoded, one to it encoded. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class Codec {
    private static final int LOOPBACK = 1;
    private static final int PORT = 7;
    private static final int BUFFER = 4096;

    private final LinkSet request = LinkSet.of(new LinkId(PORT, "eth0-nic"), new LinkChange.Mtu(1450), new LinkChange.Up());
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER).order(ByteOrder.nativeOrder());
    private Payload loopback = new Payload(buffer, 0, 0);

    /** For JMH. */
    public Codec() {}

    /**
     * Keeps what the kernel says of the loopback.
     *
     * @throws SystemCallException if no socket can be opened
     * @throws ConversationException if the kernel does not answer
     */
    @Setup
    public void ask() throws SystemCallException, ConversationException {
        try (Conversation conversation = Conversation.open(Duration.ofSeconds(1))) {
            loopback = conversation.one(Queries.link(LOOPBACK), Codec::copy);
        }
    }

    private static Payload copy(Payload payload) {
        byte[] bytes = new byte[payload.to() - payload.from()];
        payload.buffer().get(payload.from(), bytes);
        return new Payload(ByteBuffer.wrap(bytes).order(ByteOrder.nativeOrder()), 0, bytes.length);
    }

    /** {@return the loopback} */
    @Benchmark
    public Link decodeLink() {
        return LinkDecoder.decode(loopback);
    }

    /** {@return how many bytes were written} */
    @Benchmark
    public int encodeLinkSet() {
        MessageWriter writer = new MessageWriter(buffer.clear());
        for (Message message : RequestEncoder.encode(request).orElseThrow()) {
            message.write(writer, 1);
        }
        return writer.length();
    }
}
