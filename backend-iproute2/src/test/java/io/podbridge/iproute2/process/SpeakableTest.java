package io.podbridge.iproute2.process;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class SpeakableTest {

    @Test
    void inTheCLocaleOnlyAsciiCanBeSaid() {
        spoken(StandardCharsets.US_ASCII, "green # 1");
        ToolException refused = refused(StandardCharsets.US_ASCII, "gr\u00fcn");
        assertThat(refused.reason()).isEqualTo(ToolException.Reason.UNSPEAKABLE);
        assertThat(refused).hasMessageContaining("\"gr\u00fcn\"").hasMessageContaining("[US-ASCII]");
    }

    @Test
    void whatArrivesAsOtherBytesThanThoseOfUtf8CannotBeSaid() {
        spoken(StandardCharsets.UTF_8, "gr\u00fcn \u20ac");
        refused(StandardCharsets.ISO_8859_1, "gr\u00fcn");
    }

    @Test
    void aZeroByteAndHalfACharacterCanNeverBeSaid() {
        assertThat(refused(StandardCharsets.UTF_8, "a\0b")).hasMessageContaining("\"a\\0b\"");
        refused(StandardCharsets.UTF_8, "\ud800");
    }

    private static void spoken(Charset charset, String word) {
        assertThatCode(() -> new Speakable(Set.of(charset)).require(List.of("ip", word))).doesNotThrowAnyException();
    }

    private static ToolException refused(Charset charset, String word) {
        return catchThrowableOfType(ToolException.class, () -> new Speakable(Set.of(charset)).require(List.of("ip", word)));
    }
}
