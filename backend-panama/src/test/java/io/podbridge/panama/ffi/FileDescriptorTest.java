package io.podbridge.panama.ffi;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class FileDescriptorTest {
    private static final int ENOENT = 2;
    private static final int EBADF = 9;
    private static final int EINVAL = 22;
    private static final int ENOTTY = 25;
    private static final int ENOPROTOOPT = 92;
    private static final int CLONE_NEWNET = 0x40000000;
    private static final int SIOCGIFNAME = 0x8910;
    private static final int SOL_SOCKET = 1;
    private static final int SO_RCVBUF = 8;
    private static final int NO_OPTION = 4711;

    @Test
    void readsWhatIsInAFile() throws SystemCallException {
        try (FileDescriptor file = FileDescriptor.open("/proc/self/comm", FileDescriptor.READ_ONLY)) {
            assertThat(new String(file.read(64), UTF_8)).isNotBlank().endsWith("\n");
        }
    }

    @Test
    void isClosedOnExec() throws Exception {
        try (FileDescriptor file = FileDescriptor.open("/dev/null", FileDescriptor.READ_ONLY)) {
            List<String> lines = Files.readAllLines(Path.of("/proc/self/fdinfo", Integer.toString(file.number())));
            String flags = lines.stream().filter(line -> line.startsWith("flags:")).findFirst().orElseThrow();
            int octal = Integer.parseInt(flags.substring("flags:".length()).strip(), 8);
            assertThat(octal & 0x80000).as("O_CLOEXEC in %s", flags).isEqualTo(0x80000);
        }
    }

    @Test
    void tellsTheErrorNumberOfEachCall() throws SystemCallException {
        assertThat(errno(() -> FileDescriptor.open("/no/such/file", FileDescriptor.READ_ONLY).close())).isEqualTo(ENOENT);
        try (FileDescriptor file = FileDescriptor.open("/dev/null", FileDescriptor.READ_ONLY)) {
            assertThat(errno(() -> file.write(new byte[1]))).isEqualTo(EBADF);
            assertThat(errno(() -> file.enter(CLONE_NEWNET))).isEqualTo(EINVAL);
            assertThat(errno(() -> file.ioctl(SIOCGIFNAME, 0))).isEqualTo(ENOTTY);
        }
    }

    @Test
    void saysWhetherTheKernelKnowsAnOption() throws SystemCallException {
        try (Socket socket = Socket.netlink(0)) {
            assertThat(socket.descriptor().setOption(SOL_SOCKET, SO_RCVBUF, 1 << 16)).isTrue();
            assertThat(socket.descriptor().setOption(SOL_SOCKET, NO_OPTION, 1)).isFalse();
            assertThat(errno(() -> socket.descriptor().option(SOL_SOCKET, NO_OPTION))).isEqualTo(ENOPROTOOPT);
        }
    }

    @Test
    void closingTwiceClosesNoOtherFile() throws Exception {
        FileDescriptor first = FileDescriptor.open("/dev/null", FileDescriptor.READ_ONLY);
        first.close();
        try (FileDescriptor second = FileDescriptor.open("/proc/self/comm", FileDescriptor.READ_ONLY)) {
            first.close();
            assertThat(second.read(64)).isNotEmpty();
        }
    }

    private interface Call {
        void run() throws SystemCallException;
    }

    private static int errno(Call call) {
        return catchThrowableOfType(SystemCallException.class, call::run).errno();
    }
}
