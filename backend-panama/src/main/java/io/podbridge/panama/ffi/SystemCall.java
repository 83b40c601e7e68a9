package io.podbridge.panama.ffi;

/** The system calls that are used, with their numbers ({@code asm/unistd_64.h} on x86-64, {@code asm-generic/unistd.h} on aarch64). */
enum SystemCall {
    READ(0, 63),
    WRITE(1, 64),
    CLOSE(3, 57),
    PPOLL(271, 73),
    IOCTL(16, 29),
    SOCKET(41, 198),
    SENDTO(44, 206),
    RECVFROM(45, 207),
    BIND(49, 200),
    SETSOCKOPT(54, 208),
    GETSOCKOPT(55, 209),
    OPENAT(257, 56),
    SETNS(308, 268);

    private final int onX86;
    private final int onArm;

    SystemCall(int onX86, int onArm) {
        this.onX86 = onX86;
        this.onArm = onArm;
    }

    long number(Architecture architecture) {
        return switch (architecture) {
            case X86_64 -> onX86;
            case AARCH64 -> onArm;
        };
    }
}
