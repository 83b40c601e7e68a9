package io.podbridge.iproute2.json;

import com.google.common.primitives.Ints;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Function;

/** One JSON object, and where it stood. Whoever asks for a field says what it should be; anything else is refused with its place. */
final class Fields {
    /** JSON's null, by which ip(8) says that a flag is set. */
    static final Object NULL = new Object() {
        @Override
        public String toString() {
            return "null";
        }
    };
    static final long U32 = 0xffff_ffffL;

    private final String command;
    private final String path;
    private final List<Map.Entry<String, Object>> entries;

    Fields(String command, String path, List<Map.Entry<String, Object>> entries) {
        this.command = command;
        this.path = path;
        this.entries = entries;
    }

    static List<Fields> of(String command, String path, List<?> values) {
        List<Fields> objects = new ArrayList<>();
        for (Object value : values) {
            if (!(value instanceof Fields fields)) {
                throw new UnreadableOutputException(command, "at " + path + "[" + objects.size() + "]",
                        "an object was expected, not " + value);
            }
            objects.add(fields);
        }
        return objects;
    }

    boolean isEmpty() {
        return entries.isEmpty();
    }

    boolean has(String name) {
        return entries.stream().anyMatch(entry -> entry.getKey().equals(name));
    }

    /** {@return the entries in their order, names that are told twice included} */
    List<Map.Entry<String, Object>> entries() {
        return entries;
    }

    /** {@return an object at the same place with other entries} */
    Fields with(List<Map.Entry<String, Object>> others) {
        return new Fields(command, path, others);
    }

    /** {@return the value; absent also if it is null} */
    private Optional<Object> raw(String name) {
        Object found = NULL;
        int times = 0;
        for (Map.Entry<String, Object> entry : entries) {
            if (entry.getKey().equals(name)) {
                found = entry.getValue();
                times++;
            }
        }
        if (times > 1) {
            throw bad(name, "it is told " + times + " times");
        }
        return found == NULL ? Optional.empty() : Optional.of(found);
    }

    Optional<String> text(String name) {
        return raw(name).map(value -> {
            if (value instanceof String text) {
                return text;
            }
            throw bad(name, "a text was expected, not " + value);
        });
    }

    /** {@return a text turned into a value of the model, whose own refusal becomes one of this output} */
    <T> Optional<T> value(String name, Function<String, T> parse) {
        return text(name).map(text -> {
            try {
                return parse.apply(text);
            } catch (IllegalArgumentException e) {
                throw bad(name, String.valueOf(e.getMessage()));
            }
        });
    }

    <T> T required(String name, Optional<T> value) {
        return value.orElseThrow(() -> bad(name, "it is missing"));
    }

    /** {@return whether it is true; absent is false} */
    boolean flag(String name) {
        return flagIfTold(name).orElse(false);
    }

    /** Truth values, and numbers as ip(8) prints those of a bridge. */
    Optional<Boolean> flagIfTold(String name) {
        return raw(name).map(value -> value instanceof Boolean flag ? flag : number(name).orElseThrow() != 0);
    }

    /** {@return a number of up to 32 bits, also one that is printed as a text such as {@code 254} or {@code 0x10}} */
    OptionalLong number(String name) {
        return number(name, U32);
    }

    OptionalInt integer(String name) {
        OptionalLong number = number(name, Integer.MAX_VALUE);
        return number.isPresent() ? OptionalInt.of((int) number.getAsLong()) : OptionalInt.empty();
    }

    /** {@return a number of 32 bits, which ip(8) may print with a sign or without} */
    int bits(String name, int otherwise) {
        Optional<Integer> signed = raw(name).map(Object::toString).filter(text -> text.startsWith("-")).map(Ints::tryParse);
        return signed.orElseGet(() -> (int) number(name).orElse(otherwise));
    }

    /** {@return a number, or -1, which stands for one that is not known} */
    OptionalInt integerOrUnknown(String name) {
        boolean unknown = raw(name).filter(value -> value.equals(-1L)).isPresent();
        return unknown ? OptionalInt.of(-1) : integer(name);
    }

    int integer(String name, int otherwise) {
        return integer(name).orElse(otherwise);
    }

    OptionalLong number(String name, long largest) {
        Optional<Object> value = raw(name);
        return value.isPresent() ? OptionalLong.of(number(name, value.get(), largest)) : OptionalLong.empty();
    }

    private long number(String name, Object value, long largest) {
        double number = value instanceof Number plain
                ? plain.doubleValue()
                : value instanceof String text ? parse(name, text) : Double.NaN;
        if (!(number >= 0 && number <= largest && number == Math.rint(number))) {
            throw bad(name, "a number from 0 to " + largest + " was expected, not " + value);
        }
        return (long) number;
    }

    /** {@return a time in seconds, which is 0 where it is over} */
    OptionalLong seconds(String name) {
        boolean over = raw(name).filter(value -> value instanceof Number time && time.doubleValue() < 0).isPresent();
        return over ? OptionalLong.of(0) : number(name);
    }

    /** {@return bits that ip(8) has no names for, as one of a list of names} */
    int hexadecimal(String name, String text) {
        try {
            return Integer.parseUnsignedInt(text, 16);
        } catch (NumberFormatException e) {
            throw bad(name, "there is no \"" + text + "\"");
        }
    }

    private double parse(String name, String text) {
        try {
            return text.startsWith("0x") ? Long.parseLong(text.substring(2), 16) : Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw bad(name, "a number was expected, not \"" + text + "\"");
        }
    }

    /** {@return whether it is a text, where it may be a number too} */
    boolean isText(String name) {
        return raw(name).filter(value -> value instanceof String).isPresent();
    }

    Optional<Fields> object(String name) {
        return raw(name).map(value -> Fields.of(command, path + "." + name, List.of(value)).get(0));
    }

    List<Fields> objects(String name) {
        return Fields.of(command, path + "." + name, list(name));
    }

    List<String> texts(String name) {
        List<String> texts = new ArrayList<>();
        for (Object value : list(name)) {
            if (!(value instanceof String text)) {
                throw bad(name, "a list of texts was expected, not one with " + value);
            }
            texts.add(text);
        }
        return texts;
    }

    private List<?> list(String name) {
        return raw(name).map(value -> {
            if (value instanceof List<?> list) {
                return list;
            }
            throw bad(name, "a list was expected, not " + value);
        }).orElse(List.of());
    }

    UnreadableOutputException bad(String name, String problem) {
        return new UnreadableOutputException(command, "at " + path + "." + name, problem);
    }

    UnreadableOutputException outdated(String name, String problem) {
        return UnreadableOutputException.outdated(command, "at " + path + "." + name, problem);
    }

    @Override
    public String toString() {
        return entries.toString();
    }
}
