package io.podbridge.testkit.netns;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class LinuxVersionTest {
    @ParameterizedTest
    @CsvSource({"6.6.0, true", "6.12.0+, true", "6.6, true", "6.6-rc1, true", "7.0.1-generic, true", "6.1.0-56-amd64, false",
            "5.15.167.4-microsoft-standard-WSL2+, false"})
    void isComparedByItsFirstTwoNumbers(String found, boolean since) {
        assertThat(LinuxVersion.isSince(found, "6.6")).isEqualTo(since);
    }
}
