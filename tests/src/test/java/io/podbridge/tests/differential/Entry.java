package io.podbridge.tests.differential;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * One object of a namespace in a form that two kernels can agree on.
 *
 * @param key what it is, such as {@code link br0}
 * @param fields its values by their names
 */
record Entry(String key, Map<String, String> fields) {
    static Entry of(String key) {
        return new Entry(key, new LinkedHashMap<>());
    }

    Entry with(String field, Object value) {
        fields.put(field, words(value));
        return this;
    }

    private static String words(Object value) {
        return switch (value) {
            case Optional<?> some -> some.map(Object::toString).orElse("-");
            case OptionalInt some -> some.isPresent() ? Integer.toString(some.getAsInt()) : "-";
            case OptionalLong some -> some.isPresent() ? Long.toString(some.getAsLong()) : "-";
            default -> value.toString();
        };
    }
}
