package io.podbridge.cli.output;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A DHCP option that is a list, as far as it has room: it has 255 bytes, and a line of the file 1024; dnsmasq refuses the whole file for
 * more of either.
 *
 * @param told what has room, in the order that was wanted
 * @param rest what has not
 * @param words how each is written
 */
record DnsmasqOption<T>(List<T> told, List<T> rest, Function<T, String> words) {
    private static final int MOST_BYTES = 255;
    /** The rest is for the name of the option. */
    private static final int MOST_CHARACTERS = 960;

    /**
     * Finds what has room.
     *
     * @param values all that should be told, each once, in order
     * @param first what gets room before all others
     * @param bytes how long each is in the option
     * @param words how each is written in the file
     */
    static <T> DnsmasqOption<T> of(List<T> values, Predicate<T> first, ToIntFunction<T> bytes, Function<T, String> words) {
        Set<T> fitting = new LinkedHashSet<>();
        int length = 0;
        int characters = 0;
        for (T value : byImportance(values, first)) {
            length += bytes.applyAsInt(value);
            characters += 1 + words.apply(value).length();
            if (length > MOST_BYTES || characters > MOST_CHARACTERS) {
                break;
            }
            fitting.add(value);
        }
        return new DnsmasqOption<>(values.stream().filter(fitting::contains).toList(),
                values.stream().filter(value -> !fitting.contains(value)).toList(), words);
    }

    private static <T> List<T> byImportance(List<T> values, Predicate<T> first) {
        return Stream.concat(values.stream().filter(first), values.stream().filter(first.negate())).toList();
    }

    /** {@return the line that sets the option of this name, if there is anything to tell} */
    Optional<String> line(String name) {
        return told.isEmpty()
                ? Optional.empty()
                : Optional.of("dhcp-option=" + name + "," + told.stream().map(words).collect(Collectors.joining(",")));
    }
}
