package io.podbridge.journal;

import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class IoReasonTest {

    @TempDir
    Path directory;

    @Test
    void aFullDiskIsToldInTheKernelsWordsWithWhatToDo() {
        assertThat(reason(() -> {
            try (FileOutputStream full = new FileOutputStream("/dev/full")) {
                full.write(1);
            }
        })).isEqualTo("No space left on device; make room on its file system and try again");
    }

    @Test
    void streamsAndPathsGiveTheSameReason() throws IOException {
        Path file = Files.writeString(directory.resolve("file"), "");
        String reason = "Not a directory; part of its path is a file; choose another journal directory";

        assertThat(reason(() -> new FileOutputStream(file.resolve("x").toFile()).close())).isEqualTo(reason);
        assertThat(reason(() -> Files.createFile(file.resolve("x")))).isEqualTo(reason);
    }

    @Test
    void whatTheClassOfTheExceptionTellsIsSaid() {
        assertThat(reason(() -> Files.createFile(directory.resolve("absent/x")))).startsWith("No such file or directory; ");
        assertThat(reason(() -> Files.createDirectories(Files.createFile(directory.resolve("file")))))
                .startsWith("File exists; ");
        assertThat(IoReason.of(new AccessDeniedException("x"))).startsWith("Permission denied; run as the owner");
        assertThat(IoReason.of(new FileSystemException("x", null, "Read-only file system")))
                .startsWith("Read-only file system; choose");
    }

    @Test
    void aReasonWithoutAdviceIsGivenAsItIs() {
        assertThat(reason(() -> Files.createFile(directory.resolve("n".repeat(300))))).isEqualTo("File name too long");
        assertThat(IoReason.of(new IOException())).isEqualTo("IOException");
    }

    private static String reason(ThrowingCallable action) {
        return IoReason.of(catchThrowableOfType(IOException.class, action));
    }
}
