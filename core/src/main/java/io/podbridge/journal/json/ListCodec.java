package io.podbridge.journal.json;

import java.util.List;

/**
 * Values in a row.
 *
 * @param element reads and writes each of them
 * @param <T> their type
 */
public record ListCodec<T>(JsonCodec<T> element) implements JsonCodec<List<T>> {

    @Override
    public void write(List<T> value, JsonOutput out) {
        out.array(() -> {
            for (T each : value) {
                element.write(each, out);
            }
        });
    }

    @Override
    public List<T> read(JsonCursor at) {
        return at.elements().stream().map(element::read).toList();
    }
}
