package io.podbridge.panama.socket;

import io.podbridge.panama.ffi.NativeMemory;
import io.podbridge.panama.ffi.Socket;
import io.podbridge.panama.ffi.SystemCallException;
import io.podbridge.panama.rtnetlink.Message;
import io.podbridge.panama.wire.MessageReader;
import io.podbridge.panama.wire.MessageWriter;
import java.nio.BufferOverflowException;

/** Sends messages and receives datagrams, in memory that is used again and again. Not for several threads. */
final class Transport implements AutoCloseable {
    private static final int NETLINK_ROUTE = 0;
    private static final int SOL_NETLINK = 270;
    private static final int NETLINK_CAP_ACK = 10;
    private static final int NETLINK_EXT_ACK = 11;
    private static final int NETLINK_GET_STRICT_CHK = 12;
    private static final int EINTR = 4;
    private static final int EAGAIN = 11;
    private static final int EMSGSIZE = 90;
    private static final int ENOBUFS = 105;
    private static final int SEND_BUFFER = 64 * 1024;

    private final Socket socket;
    private final NativeMemory outgoing = NativeMemory.lasting(SEND_BUFFER);
    private NativeMemory incoming;

    private Transport(Socket socket, int receiveBuffer) {
        this.socket = socket;
        this.incoming = NativeMemory.lasting(receiveBuffer);
    }

    /** Older kernels lack some of the options; then explanations are missing, and dumps say more than was asked for. */
    static Transport open(int receiveBuffer) throws SystemCallException {
        Socket socket = Socket.netlink(NETLINK_ROUTE);
        socket.descriptor().setOption(SOL_NETLINK, NETLINK_EXT_ACK, 1);
        socket.descriptor().setOption(SOL_NETLINK, NETLINK_CAP_ACK, 1);
        socket.descriptor().setOption(SOL_NETLINK, NETLINK_GET_STRICT_CHK, 1);
        return new Transport(socket, receiveBuffer);
    }

    Socket socket() {
        return socket;
    }

    void send(Message message, int sequence, Deadline deadline) throws ConversationException {
        MessageWriter writer = new MessageWriter(outgoing.buffer());
        try {
            message.write(writer, sequence);
        } catch (BufferOverflowException e) {
            throw ConversationException.refused(EMSGSIZE, "the request has more than " + SEND_BUFFER + " bytes");
        }
        while (true) {
            try {
                socket.send(outgoing, writer.length());
                return;
            } catch (SystemCallException e) {
                requireTransient(e, deadline);
            }
        }
    }

    /** {@return the messages of the next datagram that the kernel itself sent} */
    MessageReader receive(Deadline deadline) throws ConversationException {
        while (true) {
            try {
                Socket.Datagram datagram = socket.receive(incoming);
                if (datagram.sender() == 0) {
                    return messages(datagram.length());
                }
            } catch (SystemCallException e) {
                requireTransient(e, deadline);
            }
        }
    }

    /** Drops what is left of an answer that nobody waits for any more: receiving makes the kernel go on with a dump, to its end. */
    void discard() {
        boolean more = true;
        while (more) {
            try {
                socket.receive(incoming);
            } catch (SystemCallException e) {
                more = e.errno() == EINTR || e.errno() == ENOBUFS;
            }
        }
    }

    private MessageReader messages(int length) throws ConversationException {
        if (length > incoming.size()) {
            incoming.close();
            incoming = NativeMemory.lasting(2 * length);
            throw ConversationException.cutOff(length);
        }
        return new MessageReader(incoming.buffer().clear().limit(length));
    }

    /** Waits if there is only nothing yet; an overrun is the business of whoever waits for the lost answer. */
    private void requireTransient(SystemCallException e, Deadline deadline) throws ConversationException {
        if (e.errno() != EINTR && e.errno() != EAGAIN && e.errno() != ENOBUFS) {
            throw ConversationException.refused(e.errno(), "");
        }
        try {
            if (e.errno() == EAGAIN && !socket.awaitReadable(deadline.left())) {
                throw ConversationException.timedOut();
            }
        } catch (SystemCallException interrupted) {
            if (interrupted.errno() != EINTR) {
                throw ConversationException.refused(interrupted.errno(), "");
            }
        }
        if (deadline.hasPassed()) {
            throw ConversationException.timedOut();
        }
    }

    @Override
    public void close() {
        socket.close();
        outgoing.close();
        incoming.close();
    }
}
