package io.podbridge.panama.ffi;

import io.podbridge.panama.rtnetlink.Message;
import io.podbridge.panama.rtnetlink.Queries;
import io.podbridge.panama.wire.MessageReader;
import io.podbridge.panama.wire.MessageWriter;
import java.time.Duration;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class SocketTest {
    private static final int EAGAIN = 11;
    private static final int NETLINK_ROUTE = 0;
    private static final Duration LONG = Duration.ofMinutes(1);

    @Test
    void hasNothingToReceiveBeforeItHasAsked() throws SystemCallException {
        try (Socket socket = Socket.netlink(NETLINK_ROUTE); NativeMemory memory = new NativeMemory(64)) {
            assertThat(socket.awaitReadable(Duration.ZERO)).isFalse();
            assertThat(socket.awaitReadable(Duration.ofMillis(1))).isFalse();
            assertThat(catchThrowableOfType(SystemCallException.class, () -> socket.receive(memory)).errno()).isEqualTo(EAGAIN);
        }
    }

    @Test
    void receivesTheKernelsAnswer() throws SystemCallException {
        try (Socket socket = Socket.netlink(NETLINK_ROUTE); NativeMemory memory = new NativeMemory(1 << 16)) {
            ask(socket, memory, Queries.link(1));
            assertThat(socket.awaitReadable(LONG)).isTrue();
            Socket.Datagram datagram = socket.receive(memory);
            assertThat(datagram.sender()).as("the kernel").isZero();
            MessageReader reader = new MessageReader(memory.buffer().clear().limit(datagram.length()));
            assertThat(reader.next()).isTrue();
            assertThat(reader.sequence()).isEqualTo(4711);
            assertThat(reader.next()).isFalse();
        }
    }

    @Test
    void tellsHowLongADatagramIsThatDoesNotFit() throws SystemCallException {
        try (Socket socket = Socket.netlink(NETLINK_ROUTE); NativeMemory memory = new NativeMemory(128)) {
            ask(socket, memory, Queries.link(1));
            assertThat(socket.awaitReadable(LONG)).isTrue();
            assertThat(socket.receive(memory).length()).isGreaterThan(128);
        }
    }

    private static void ask(Socket socket, NativeMemory memory, Message question) throws SystemCallException {
        MessageWriter writer = new MessageWriter(memory.buffer());
        question.write(writer, 4711);
        socket.send(memory, writer.length());
    }
}
