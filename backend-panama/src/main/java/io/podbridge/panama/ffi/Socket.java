package io.podbridge.panama.ffi;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.time.Duration;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

/** A socket, as far as netlink and ioctls need one. */
public final class Socket implements AutoCloseable {
    /** {@code AF_INET}. */
    public static final int AF_INET = 2;
    private static final int AF_NETLINK = 16;
    private static final int SOCK_DGRAM = 2;
    private static final int SOCK_RAW = 3;
    private static final int SOCK_CLOEXEC = 0x80000;
    private static final int MSG_TRUNC = 0x20;
    private static final int MSG_DONTWAIT = 0x40;
    private static final int NETLINK_ADDRESS_SIZE = 12;
    private static final int POLLIN = 1;

    private final FileDescriptor descriptor;

    private Socket(FileDescriptor descriptor) {
        this.descriptor = descriptor;
    }

    /**
     * Opens a socket that only ioctls are made on.
     *
     * @return the socket, in the namespace of the calling thread
     * @throws SystemCallException as socket(2)
     */
    public static Socket forIoctls() throws SystemCallException {
        return new Socket(FileDescriptor.of(Libc.call(SystemCall.SOCKET, AF_INET, SOCK_DGRAM | SOCK_CLOEXEC)));
    }

    /**
     * Opens a netlink socket, with an address that the kernel chooses.
     *
     * @param protocol such as {@code NETLINK_ROUTE}
     * @return the socket, in the namespace of the calling thread
     * @throws SystemCallException as socket(2) and bind(2)
     */
    public static Socket netlink(int protocol) throws SystemCallException {
        FileDescriptor opened = FileDescriptor.of(Libc.call(SystemCall.SOCKET, AF_NETLINK, SOCK_RAW | SOCK_CLOEXEC, protocol));
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment address = arena.allocate(NETLINK_ADDRESS_SIZE);
            address.set(JAVA_SHORT, 0, (short) AF_NETLINK);
            Libc.call(SystemCall.BIND, opened.number(), address.address(), NETLINK_ADDRESS_SIZE);
            return new Socket(opened);
        } catch (SystemCallException e) {
            opened.close();
            throw e;
        }
    }

    /** {@return the descriptor, for options and ioctls} */
    public FileDescriptor descriptor() {
        return descriptor;
    }

    /**
     * Sends a datagram to the kernel.
     *
     * @param memory what to send
     * @param length how many bytes of it
     * @throws SystemCallException as sendto(2)
     */
    public void send(NativeMemory memory, int length) throws SystemCallException {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment kernel = arena.allocate(NETLINK_ADDRESS_SIZE);
            kernel.set(JAVA_SHORT, 0, (short) AF_NETLINK);
            Libc.call(SystemCall.SENDTO, descriptor.number(), memory.address(), length, 0, kernel.address(),
                    NETLINK_ADDRESS_SIZE);
        }
    }

    /**
     * What was received.
     *
     * @param length the length of the datagram, which may be more than there was room for
     * @param sender the port id of the sender; 0 is the kernel
     */
    public record Datagram(int length, int sender) {}

    /**
     * Receives a datagram that is there; does not wait for one.
     *
     * @param memory where to
     * @return its length and sender
     * @throws SystemCallException as recvfrom(2); EAGAIN if none is there
     */
    public Datagram receive(NativeMemory memory) throws SystemCallException {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment sender = arena.allocate(NETLINK_ADDRESS_SIZE, 4);
            MemorySegment senderLength = Libc.number(arena, NETLINK_ADDRESS_SIZE);
            long length = Libc.call(SystemCall.RECVFROM, descriptor.number(), memory.address(), memory.size(),
                    MSG_TRUNC | MSG_DONTWAIT,
                    sender.address(), senderLength.address());
            return new Datagram((int) length, sender.get(JAVA_INT, 4));
        }
    }

    /**
     * Waits until a datagram is there.
     *
     * @param longest how long at most
     * @return whether one is there
     * @throws SystemCallException as ppoll(2)
     */
    public boolean awaitReadable(Duration longest) throws SystemCallException {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment poll = arena.allocate(8, 4);
            poll.set(JAVA_INT, 0, descriptor.number());
            poll.set(JAVA_SHORT, 4, (short) POLLIN);
            MemorySegment time = arena.allocate(JAVA_LONG, 2);
            time.setAtIndex(JAVA_LONG, 0, longest.toSeconds());
            time.setAtIndex(JAVA_LONG, 1, longest.toNanosPart());
            return Libc.call(SystemCall.PPOLL, poll.address(), 1, time.address()) > 0;
        }
    }

    @Override
    public void close() {
        descriptor.close();
    }
}
