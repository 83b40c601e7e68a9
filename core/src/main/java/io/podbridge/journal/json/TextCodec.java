package io.podbridge.journal.json;

import java.util.function.Function;

/**
 * Values that stand in JSON as a text.
 *
 * @param format writes a value
 * @param parse reads it back; throws IllegalArgumentException if the text is no such value
 * @param <T> their type
 */
public record TextCodec<T>(Function<T, String> format, Function<String, T> parse) implements JsonCodec<T> {
    /** Any text. */
    public static final TextCodec<String> STRING = new TextCodec<>(text -> text, text -> text);

    @Override
    public void write(T value, JsonOutput out) {
        out.text(format.apply(value));
    }

    @Override
    public T read(JsonCursor at) {
        String text = at.text();
        return at.checked(() -> parse.apply(text));
    }
}
