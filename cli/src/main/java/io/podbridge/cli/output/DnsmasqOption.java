package io.podbridge.cli.output;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A DHCP option that is a list, as far as it has room: it has 255 bytes, and dnsmasq refuses the whole file for a longer one.
 *
 * @param told what has room, in the order that was wanted
 * @param rest what has not
 */
record DnsmasqOption<T>(List<T> told, List<T> rest) {
    private static final int MOST_BYTES = 255;

    /**
     * Finds what has room.
     *
     * @param values all that should be told, each once, in order
     * @param first what gets room before all others
     * @param bytes how long each is
     */
    static <T> DnsmasqOption<T> of(List<T> values, Predicate<T> first, ToIntFunction<T> bytes) {
        Set<T> fitting = new HashSet<>();
        int room = MOST_BYTES;
        for (T value : byImportance(values, first)) {
            room -= bytes.applyAsInt(value);
            if (room < 0) {
                break;
            }
            fitting.add(value);
        }
        return new DnsmasqOption<>(values.stream().filter(fitting::contains).toList(),
                values.stream().filter(value -> !fitting.contains(value)).toList());
    }

    private static <T> List<T> byImportance(List<T> values, Predicate<T> first) {
        return Stream.concat(values.stream().filter(first), values.stream().filter(first.negate())).toList();
    }

    /** {@return the line that sets the option of this name, if there is anything to tell} */
    Optional<String> line(String name, Function<T, String> words) {
        return told.isEmpty()
                ? Optional.empty()
                : Optional.of("dhcp-option=" + name + "," + told.stream().map(words).collect(Collectors.joining(",")));
    }
}
