package io.podbridge.testkit.assertions;

import java.util.Collection;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/** How failures say things. */
final class Words {
    static final String NONE = "none";

    private Words() {}

    /** A value as it stands in a sentence; what is absent is {@code none}. */
    static String value(Object value) {
        if (value instanceof Optional<?> maybe) {
            return maybe.map(Words::value).orElse(NONE);
        }
        if (value instanceof Collection<?> several) {
            return several.isEmpty() ? NONE : several.stream().map(Words::value).collect(Collectors.joining(", "));
        }
        return value.toString();
    }

    static Optional<Integer> optional(OptionalInt value) {
        return value.stream().boxed().findFirst();
    }

    static Optional<Long> optional(OptionalLong value) {
        return value.stream().boxed().findFirst();
    }

    static String upOrDown(boolean up) {
        return up ? "up" : "down";
    }

    static String onOrOff(boolean on) {
        return on ? "on" : "off";
    }
}
