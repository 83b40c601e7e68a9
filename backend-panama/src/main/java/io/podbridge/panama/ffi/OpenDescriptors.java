package io.podbridge.panama.ffi;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which descriptors are open, and who opened them. Kept only where the system property {@code podbridge.panama.leaks} is set, as in
 * tests, which fail when any is left.
 */
public final class OpenDescriptors {
    private static final boolean KEPT = Boolean.getBoolean("podbridge.panama.leaks");
    private static final Map<FileDescriptor, Throwable> OPEN = new ConcurrentHashMap<>();

    private OpenDescriptors() {}

    static void opened(FileDescriptor descriptor) {
        if (KEPT) {
            OPEN.put(descriptor, new Throwable("descriptor " + descriptor.number() + " was opened here"));
        }
    }

    static void closed(FileDescriptor descriptor) {
        OPEN.remove(descriptor);
    }

    /** {@return for each open descriptor, the stack that opened it} */
    public static List<Throwable> stacks() {
        return List.copyOf(OPEN.values());
    }
}
