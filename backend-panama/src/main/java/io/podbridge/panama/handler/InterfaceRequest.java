package io.podbridge.panama.handler;

import io.podbridge.panama.ffi.NativeMemory;
import java.nio.charset.StandardCharsets;

/** {@code struct ifreq} of {@code linux/if.h}: a name of 16 bytes, then what the ioctl wants. */
final class InterfaceRequest implements AutoCloseable {
    private static final int SIZE = 40;
    private static final int NAME_SIZE = 16;

    private final NativeMemory memory = new NativeMemory(SIZE);

    InterfaceRequest(String name) {
        memory.buffer().put(0, name.getBytes(StandardCharsets.UTF_8));
    }

    String name() {
        return memory.text();
    }

    void number32(int value) {
        memory.buffer().putInt(NAME_SIZE, value);
    }

    void number16(int value) {
        memory.buffer().putShort(NAME_SIZE, (short) value);
    }

    void address(long value) {
        memory.buffer().putLong(NAME_SIZE, value);
    }

    NativeMemory memory() {
        return memory;
    }

    @Override
    public void close() {
        memory.close();
    }
}
