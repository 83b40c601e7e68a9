package io.podbridge.panama.ffi;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** A stretch of memory that the kernel can read and write, zeroed at first. Any thread may use it, one at a time. */
public final class NativeMemory implements AutoCloseable {
    private static final int ALIGNMENT = 8;

    private final Arena arena = Arena.ofShared();
    private final MemorySegment segment;
    private final ByteBuffer buffer;

    /**
     * Allocates memory.
     *
     * @param size how many bytes
     */
    public NativeMemory(int size) {
        segment = arena.allocate(size, ALIGNMENT);
        buffer = segment.asByteBuffer().order(ByteOrder.nativeOrder());
    }

    /** {@return the memory as a buffer, in the machine's order} */
    public ByteBuffer buffer() {
        return buffer;
    }

    /** {@return how many bytes there are} */
    public int size() {
        return (int) segment.byteSize();
    }

    /** {@return where it is, for structures that hold addresses; valid until closed} */
    public long address() {
        return segment.address();
    }

    @Override
    public void close() {
        arena.close();
    }
}
