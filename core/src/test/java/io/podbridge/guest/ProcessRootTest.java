package io.podbridge.guest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Files of a process, some of which lead elsewhere. */
class ProcessRootTest {
    private static final String FILE = "etc/resolv.conf";

    @TempDir
    Path directory;

    private Path file;

    @BeforeEach
    void make() throws IOException {
        Files.writeString(directory.resolve("secret"), "not the pod's");
        Files.createDirectories(directory.resolve("root/run/systemd"));
        Files.createDirectories(directory.resolve("root/etc"));
        Files.writeString(directory.resolve("root/run/systemd/stub"), "the pod's");
        file = directory.resolve("root").resolve(FILE);
    }

    /** JUnit would say of each link that leads out of its folder that it does. */
    @AfterEach
    void deleteLinks() throws IOException {
        Files.deleteIfExists(file);
        Files.deleteIfExists(directory.resolve("root/var"));
    }

    private String read() throws IOException {
        return new ProcessRoot(directory.resolve("root")).read(FILE, 100);
    }

    @Test
    void aFileIsRead() throws IOException {
        Files.writeString(file, "its own");
        assertThat(read()).isEqualTo("its own");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/run/systemd/stub", "../run/systemd/stub", "../../../../run/./systemd//stub",
            "/etc/../run/systemd/stub"})
    void aLinkLeadsWhereItLeadsTheProcess(String target) throws IOException {
        Files.createSymbolicLink(file, Path.of(target));
        assertThat(read()).isEqualTo("the pod's");
    }

    @Test
    void soDoesALinkOfAFolderAndALinkToALink() throws IOException {
        Files.createSymbolicLink(directory.resolve("root/var"), Path.of("/run"));
        Files.createSymbolicLink(directory.resolve("root/etc/link"), Path.of("../var/systemd/stub"));
        Files.createSymbolicLink(file, Path.of("link"));
        assertThat(read()).isEqualTo("the pod's");
    }

    @Test
    void noLinkLeadsOutside() throws IOException {
        for (String target : new String[] {"../../secret", directory.resolve("secret").toString(), "/../secret"}) {
            Files.createSymbolicLink(file, Path.of(target));
            assertThatThrownBy(this::read).as(target).isInstanceOf(NoSuchFileException.class);
            Files.delete(file);
        }
        Files.writeString(directory.resolve("root/secret"), "the pod's own");
        Files.createSymbolicLink(file, Path.of("../../secret"));
        assertThat(read()).isEqualTo("the pod's own");
    }

    @Test
    void linksInACircleAreAnError() throws IOException {
        Files.createSymbolicLink(file, Path.of("resolv.conf"));
        assertThatThrownBy(this::read).isInstanceOf(IOException.class).hasMessage("too many levels of symbolic links");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/run", "."})
    void aFolderIsAnError(String target) throws IOException {
        Files.createSymbolicLink(file, Path.of(target));
        assertThatThrownBy(this::read).isInstanceOf(IOException.class);
    }

    @Test
    void aPipeIsNotWaitedFor() throws Exception {
        assertThat(new ProcessBuilder("mkfifo", file.toString()).start().waitFor()).isZero();
        assertThatThrownBy(this::read).isInstanceOf(IOException.class).hasMessage("it is no regular file");
    }

    @Test
    void aLargeFileIsAnError() throws IOException {
        Files.writeString(file, "x".repeat(101));
        assertThatThrownBy(this::read).isInstanceOf(IOException.class).hasMessage("the file has more than 100 bytes");
    }
}
