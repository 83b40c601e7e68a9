package io.podbridge.journal.json;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Different values, as an array. A set has no order of its own, so they are sorted: the same set always makes the same text.
 *
 * @param element reads and writes each of them
 * @param order their order
 * @param <T> their type
 */
public record SetCodec<T>(JsonCodec<T> element, Comparator<T> order) implements JsonCodec<Set<T>> {

    @Override
    public void write(Set<T> value, JsonOutput out) {
        new ListCodec<>(element).write(value.stream().sorted(order).toList(), out);
    }

    @Override
    public Set<T> read(JsonCursor at) {
        Set<T> set = new LinkedHashSet<>();
        for (JsonCursor next : at.elements()) {
            if (!set.add(element.read(next))) {
                throw next.problem("stands there already");
            }
        }
        return set;
    }
}
