package io.podbridge.panama.ffi;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class NativeAccessTest {

    @Test
    void isNoProblemWhereTheseTestsRun() {
        assertThat(NativeAccess.problem()).isEmpty();
    }

    /** From {@code asm/unistd_64.h} and {@code asm-generic/unistd.h}. */
    @ParameterizedTest
    @CsvSource({"READ, 0, 63", "WRITE, 1, 64", "CLOSE, 3, 57", "IOCTL, 16, 29", "SOCKET, 41, 198", "SENDTO, 44, 206",
            "RECVFROM, 45, 207", "BIND, 49, 200", "SETSOCKOPT, 54, 208", "GETSOCKOPT, 55, 209", "OPENAT, 257, 56",
            "PPOLL, 271, 73", "SETNS, 308, 268"})
    void numbersTheSystemCallsOfBothProcessors(SystemCall call, long x86, long arm) {
        assertThat(call.number(Architecture.X86_64)).isEqualTo(x86);
        assertThat(call.number(Architecture.AARCH64)).isEqualTo(arm);
    }
}
