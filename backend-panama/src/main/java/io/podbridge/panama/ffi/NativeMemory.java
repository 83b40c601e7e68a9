package io.podbridge.panama.ffi;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A stretch of memory that the kernel can read and write, for the thread that made it, and zeroed; or lasting memory, which any thread may
 * use, one at a time. The latter is kept when it is closed and handed out again as it is: to free memory of several threads stops them all.
 */
public final class NativeMemory implements AutoCloseable {
    private static final int ALIGNMENT = 8;

    /** As many as two conversations at once need; those of more are left to the garbage collector. */
    private static final Queue<MemorySegment> SPARE = new ArrayBlockingQueue<>(4);
    private static final int LASTING_SIZE = 64 * 1024;

    private final Arena arena;
    private final Optional<MemorySegment> lasting;
    private final MemorySegment segment;
    private final ByteBuffer buffer;
    private final AtomicBoolean open = new AtomicBoolean(true);

    /**
     * Allocates memory for this thread.
     *
     * @param size how many bytes
     */
    @SuppressWarnings("MustBeClosedChecker")
    public NativeMemory(int size) {
        arena = Arena.ofConfined();
        lasting = Optional.empty();
        segment = arena.allocate(size, ALIGNMENT);
        buffer = segment.asByteBuffer().order(ByteOrder.nativeOrder());
    }

    private NativeMemory(MemorySegment lasting, int size) {
        this.arena = Arena.global();
        this.lasting = Optional.of(lasting);
        this.segment = lasting.asSlice(0, size);
        this.buffer = segment.asByteBuffer().order(ByteOrder.nativeOrder());
    }

    /**
     * Memory for any thread. What is in it is left over from somebody else; nobody may use it once it is closed.
     *
     * @param size how many bytes
     * @return the memory
     */
    public static NativeMemory lasting(int size) {
        MemorySegment spare = size <= LASTING_SIZE ? SPARE.poll() : null;
        return new NativeMemory(spare == null ? Arena.ofAuto().allocate(Math.max(size, LASTING_SIZE), ALIGNMENT) : spare, size);
    }

    /** {@return the memory as a buffer, in the machine's order} */
    public ByteBuffer buffer() {
        return buffer;
    }

    /** {@return the characters at its beginning, in UTF-8, up to the first NUL, which has to be there} */
    public String text() {
        return segment.getString(0);
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
        if (open.compareAndSet(true, false)) {
            lasting.ifPresentOrElse(NativeMemory::keep, arena::close);
        }
    }

    private static void keep(MemorySegment memory) {
        if (memory.byteSize() == LASTING_SIZE) {
            // Where there are enough of them it is not taken, and the garbage collector frees it.
            SPARE.offer(memory);
        }
    }
}
