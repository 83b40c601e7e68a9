package io.podbridge.cli.command;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a value of the command line as the library reads it, and says in the library's words why it is none. */
final class Parsed<T> implements ITypeConverter<T> {
    private final Function<String, T> parser;

    Parsed(Function<String, T> parser) {
        this.parser = parser;
    }

    /** {@return a reader of the names of these constants, in lower case and with hyphens} */
    static <E extends Enum<E>> Parsed<E> oneOf(Class<E> constants) {
        List<E> all = List.of(constants.getEnumConstants());
        return new Parsed<>(text -> all.stream().filter(constant -> nameOf(constant).equals(text)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("it is one of "
                        + all.stream().map(Parsed::nameOf).collect(Collectors.joining(", ")) + ", not \"" + text + "\"")));
    }

    private static String nameOf(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public T convert(String value) {
        try {
            return parser.apply(value);
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(String.valueOf(e.getMessage()));
        }
    }
}
