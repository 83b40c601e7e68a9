package io.podbridge.iproute2.process;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which words a command line can have: no zero byte, and no character that does not arrive as UTF-8, which Java encodes as the locale
 * wants it, and in the C locale as a question mark.
 */
final class Speakable {
    /** The second is that of command lines since Java 18, the first the one before. */
    private static final Set<Charset> OF_THIS_JVM = Set.copyOf(
            List.of(Charset.defaultCharset(), Charset.forName(System.getProperty("sun.jnu.encoding", "UTF-8"))));

    private final Set<Charset> charsets;

    Speakable(Set<Charset> charsets) {
        this.charsets = charsets;
    }

    static Speakable inThisJvm() {
        return new Speakable(OF_THIS_JVM);
    }

    void require(List<String> words) throws ToolException {
        Optional<String> mute = words.stream().filter(word -> !isSpeakable(word)).findFirst();
        if (mute.isPresent()) {
            throw ToolException.unspeakable(mute.get(), charsets.toString());
        }
    }

    private boolean isSpeakable(String word) {
        return word.indexOf('\0') < 0 && StandardCharsets.UTF_8.newEncoder().canEncode(word) && charsets.stream()
                .allMatch(charset -> Arrays.equals(word.getBytes(charset), word.getBytes(StandardCharsets.UTF_8)));
    }
}
