package io.podbridge.examples;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class PodRequestsTest {
    @TempDir
    Path directory;

    /** A NUL is in no path, and a byte of 0xff in no text. */
    @ParameterizedTest
    @ValueSource(strings = {"/run/netns/\u0000", "/run/netns/\u00ff"})
    void whatIsNoPathHindersNoOther(String text) throws IOException {
        Files.write(directory.resolve("vm-0"), text.getBytes(StandardCharsets.ISO_8859_1));
        Files.writeString(directory.resolve("vm-1"), "/run/netns/pod\n");
        assertThat(new PodRequests(directory).read()).isEqualTo(Map.of("vm-1", Path.of("/run/netns/pod")));
    }
}
