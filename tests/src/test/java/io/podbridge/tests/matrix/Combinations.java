package io.podbridge.tests.matrix;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** The arguments of a test that is run with each of several values of each parameter. */
public final class Combinations {
    private Combinations() {}

    /** {@return every choice of one value from each, the last varying fastest} */
    public static Stream<Arguments> of(Object[]... values) {
        Stream<List<Object>> chosen = Stream.of(List.of());
        for (Object[] next : values) {
            chosen = chosen.flatMap(before -> Arrays.stream(next).map(value -> with(before, value)));
        }
        return chosen.map(all -> Arguments.of(all.toArray()));
    }

    private static List<Object> with(List<Object> before, Object value) {
        return Stream.concat(before.stream(), Stream.of(value)).toList();
    }
}
