package io.podbridge.panama.handler;

import io.podbridge.panama.ffi.FileDescriptor;
import io.podbridge.panama.ffi.NativeMemory;
import io.podbridge.panama.ffi.SystemCallException;

/** The ioctls of {@code /dev/net/tun} ({@code linux/if_tun.h}); the numbers are those of x86-64 and aarch64. */
final class TunIoctls {
    private static final long TUNSETIFF = 0x400454caL;
    private static final long TUNSETPERSIST = 0x400454cbL;
    private static final long TUNSETOWNER = 0x400454ccL;
    private static final long TUNSETGROUP = 0x400454ceL;
    private static final long TUNSETIFINDEX = 0x400454daL;

    private static final int IFF_TAP = 0x0002;
    private static final int IFF_NO_CARRIER = 0x0040;
    private static final int IFF_MULTI_QUEUE = 0x0100;
    private static final int IFF_NO_PI = 0x1000;
    private static final int IFF_VNET_HDR = 0x4000;
    private static final int IFF_TUN_EXCL = 0x8000;

    private TunIoctls() {}

    static void chooseIndex(FileDescriptor file, int index) throws SystemCallException {
        try (NativeMemory number = new NativeMemory(Integer.BYTES)) {
            number.buffer().putInt(0, index);
            file.ioctl(TUNSETIFINDEX, number);
        }
    }

    /**
     * Makes a tap with frames as QEMU expects them, and attaches to it; never to one that is there already. It gets no carrier from that
     * (Linux 6.1; older kernels do not know the flag and ignore it).
     */
    static void attach(FileDescriptor file, String name, boolean multiQueue) throws SystemCallException {
        int flags = IFF_TAP | IFF_NO_PI | IFF_VNET_HDR | IFF_TUN_EXCL | IFF_NO_CARRIER | (multiQueue ? IFF_MULTI_QUEUE : 0);
        try (InterfaceRequest request = new InterfaceRequest(name)) {
            request.number16(flags);
            file.ioctl(TUNSETIFF, request.memory());
        }
    }

    static void owner(FileDescriptor file, int uid) throws SystemCallException {
        file.ioctl(TUNSETOWNER, uid);
    }

    static void group(FileDescriptor file, int gid) throws SystemCallException {
        file.ioctl(TUNSETGROUP, gid);
    }

    static void persist(FileDescriptor file) throws SystemCallException {
        file.ioctl(TUNSETPERSIST, 1);
    }
}
