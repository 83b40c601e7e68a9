package io.podbridge.panama.ffi;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.concurrent.atomic.AtomicBoolean;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

/** An open file or socket. Closing twice is harmless. */
public final class FileDescriptor implements AutoCloseable {
    /** {@code O_RDONLY}. */
    public static final int READ_ONLY = 0;
    /** {@code O_WRONLY}. */
    public static final int WRITE_ONLY = 1;
    /** {@code O_RDWR}. */
    public static final int READ_AND_WRITE = 2;
    private static final int AT_FDCWD = -100;
    private static final int O_CLOEXEC = 0x80000;

    private final int number;
    private final AtomicBoolean open = new AtomicBoolean(true);

    private FileDescriptor(int number) {
        this.number = number;
        OpenDescriptors.opened(this);
    }

    static FileDescriptor of(long number) {
        return new FileDescriptor((int) number);
    }

    /**
     * Opens a file.
     *
     * @param path its path
     * @param flags such as {@link #READ_ONLY}
     * @return the open file, closed on exec
     * @throws SystemCallException as open(2)
     */
    public static FileDescriptor open(String path, int flags) throws SystemCallException {
        try (Arena arena = Arena.ofConfined()) {
            return of(Libc.call(SystemCall.OPENAT, AT_FDCWD, arena.allocateFrom(path).address(), flags | O_CLOEXEC));
        }
    }

    /**
     * Reads once.
     *
     * @param most how many bytes at most
     * @return what was there
     * @throws SystemCallException as read(2)
     */
    public byte[] read(int most) throws SystemCallException {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment bytes = arena.allocate(most);
            long length = Libc.call(SystemCall.READ, number, bytes.address(), most);
            return bytes.asSlice(0, length).toArray(JAVA_BYTE);
        }
    }

    /**
     * Writes at once.
     *
     * @param bytes what to write
     * @throws SystemCallException as write(2)
     */
    public void write(byte[] bytes) throws SystemCallException {
        try (Arena arena = Arena.ofConfined()) {
            Libc.call(SystemCall.WRITE, number, arena.allocateFrom(JAVA_BYTE, bytes).address(), bytes.length);
        }
    }

    /**
     * Enters the namespace that this file is, with the calling thread.
     *
     * @param kind a {@code CLONE_NEW*}
     * @throws SystemCallException as setns(2)
     */
    public void enter(int kind) throws SystemCallException {
        Libc.call(SystemCall.SETNS, number, kind);
    }

    /**
     * Makes an ioctl whose argument is a number.
     *
     * @param request the request
     * @param argument the number
     * @throws SystemCallException as ioctl(2)
     */
    public void ioctl(long request, long argument) throws SystemCallException {
        Libc.call(SystemCall.IOCTL, number, request, argument);
    }

    /**
     * Makes an ioctl whose argument is memory.
     *
     * @param request the request
     * @param argument what the kernel reads and writes
     * @throws SystemCallException as ioctl(2)
     */
    public void ioctl(long request, NativeMemory argument) throws SystemCallException {
        Libc.call(SystemCall.IOCTL, number, request, argument.address());
    }

    /**
     * Sets an option that is a number; one that the kernel does not know is left.
     *
     * @param level such as {@code SOL_NETLINK}
     * @param option the option
     * @param value the number
     * @return whether the kernel knows it
     */
    public boolean setOption(int level, int option, int value) {
        try (Arena arena = Arena.ofConfined()) {
            Libc.call(SystemCall.SETSOCKOPT, number, level, option, Libc.number(arena, value).address(), JAVA_INT.byteSize());
            return true;
        } catch (SystemCallException e) {
            return false;
        }
    }

    /**
     * Reads an option that is a number of eight bytes.
     *
     * @param level such as {@code SOL_SOCKET}
     * @param option the option
     * @return the number
     * @throws SystemCallException as getsockopt(2)
     */
    public long option(int level, int option) throws SystemCallException {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment value = arena.allocate(JAVA_LONG);
            MemorySegment length = Libc.number(arena, (int) JAVA_LONG.byteSize());
            Libc.call(SystemCall.GETSOCKOPT, number, level, option, value.address(), length.address());
            return value.get(JAVA_LONG, 0);
        }
    }

    int number() {
        return number;
    }

    @Override
    public void close() {
        if (open.compareAndSet(true, false)) {
            OpenDescriptors.closed(this);
            try {
                Libc.call(SystemCall.CLOSE, number);
            } catch (SystemCallException e) {
                // Linux lets go of the descriptor whatever it answers, and there is nothing else to do about it.
                System.getLogger(FileDescriptor.class.getName()).log(System.Logger.Level.DEBUG, "close", e);
            }
        }
    }
}
