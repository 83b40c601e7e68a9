package io.podbridge.cli.demo;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class JournalDirectoryTest {

    @Test
    void isGoneWithAllThatIsInItWhenItIsClosed() throws Exception {
        Path path;
        try (JournalDirectory directory = JournalDirectory.make()) {
            path = directory.path();
            Files.writeString(Files.createDirectory(path.resolve("inner")).resolve("file"), "text");
            assertThat(path).isDirectory();
        }
        assertThat(path).doesNotExist();
    }
}
