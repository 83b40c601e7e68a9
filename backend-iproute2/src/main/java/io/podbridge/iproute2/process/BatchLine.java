package io.podbridge.iproute2.process;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A command as a line of a batch of {@code ip(8)} or {@code bridge(8)}: words with blanks between them; a word may stand in quotes, but
 * there is no way to say a quote inside of them. A {@code #} begins a comment wherever it stands, and a backslash may join two lines. A zero byte ends
 * it, and what is no character is no UTF-8.
 */
final class BatchLine {
    private static final String UNSPEAKABLE = "#\\\r\n\0";

    private BatchLine() {}

    /** {@return the line; absent if a batch cannot say one of the words} */
    static Optional<String> of(List<String> words) {
        List<Optional<String>> quoted = words.stream().map(BatchLine::quote).toList();
        return quoted.stream().allMatch(Optional::isPresent)
                ? Optional.of(quoted.stream().map(Optional::orElseThrow).collect(Collectors.joining(" ")))
                : Optional.empty();
    }

    private static Optional<String> quote(String word) {
        if (word.chars().anyMatch(c -> UNSPEAKABLE.indexOf(c) >= 0) || !StandardCharsets.UTF_8.newEncoder().canEncode(word)) {
            return Optional.empty();
        }
        boolean plain = !word.isEmpty() && "'\"".indexOf(word.charAt(0)) < 0 && word.indexOf(' ') < 0 && word.indexOf('\t') < 0;
        if (plain) {
            return Optional.of(word);
        }
        return word.indexOf('"') < 0 ? Optional.of('"' + word + '"') : apostrophes(word);
    }

    private static Optional<String> apostrophes(String word) {
        return word.indexOf('\'') < 0 ? Optional.of("'" + word + "'") : Optional.empty();
    }
}
