package io.podbridge.iproute2.process;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SearchPathTest {

    @Test
    void whatIsNoDirectoryOfItsOwnIsLeftOut() {
        assertThat(SearchPath.parse("/usr/sbin::sbin:/a\0b:/sbin").directories()).containsExactly(Path.of("/usr/sbin"),
                Path.of("/sbin"));
    }
}
