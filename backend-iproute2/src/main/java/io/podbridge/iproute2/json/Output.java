package io.podbridge.iproute2.json;

import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.MalformedJsonException;
import java.io.EOFException;
import java.io.IOException;
import java.io.StringReader;
import java.util.AbstractMap.SimpleImmutableEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What a command printed, as a tree of {@link Fields}, lists, texts, numbers and truth values. Objects keep a name that is told twice:
 * ip(8) before 6.15 prints the {@code dst} of a tunnel beside that of its route.
 */
final class Output {
    private static final Pattern WHOLE = Pattern.compile("-?[0-9]{1,18}");
    private static final int SHOWN = 60;
    /** Deeper than anything that is printed; who goes down for ever has no stack left. */
    private static final int DEEPEST = 32;

    private final String command;
    private final JsonReader reader;
    private int depth;

    private Output(String command, String text) {
        this.command = command;
        this.reader = new JsonReader(new StringReader(text));
    }

    /** {@return the objects of the list that the command printed; without the empty ones that older versions print for what they skip} */
    static List<Fields> objects(String command, String text) {
        return new Output(command, text).read(text);
    }

    private List<Fields> read(String text) {
        try {
            if (!(value("") instanceof List<?> list) || reader.peek() != JsonToken.END_DOCUMENT) {
                throw new UnreadableOutputException(command, "at the top", "a list of objects was expected");
            }
            return Fields.of(command, "", list).stream().filter(fields -> !fields.isEmpty()).toList();
        } catch (EOFException e) {
            throw new UnreadableOutputException(command, "at the end",
                    "it ends too early, after " + text.length() + " characters");
        } catch (MalformedJsonException e) {
            throw new UnreadableOutputException(command, "at " + reader.getPath(),
                    "no JSON; it begins with \"" + text.substring(0, Math.min(SHOWN, text.length())) + "\"");
        } catch (IOException e) {
            throw new IllegalStateException("a string cannot fail to be read", e);
        }
    }

    private Object value(String path) throws IOException {
        return switch (reader.peek()) {
            case BEGIN_ARRAY -> list(path);
            case BEGIN_OBJECT -> new Fields(command, path, entries(path));
            case BOOLEAN -> reader.nextBoolean();
            case NUMBER -> number(reader.nextString());
            case NULL -> {
                reader.nextNull();
                yield Fields.NULL;
            }
            default -> reader.nextString();
        };
    }

    private static Object number(String text) {
        return WHOLE.matcher(text).matches() ? (Object) Long.valueOf(text) : (Object) Double.valueOf(text);
    }

    private void descend(String path) {
        depth++;
        if (depth > DEEPEST) {
            throw new UnreadableOutputException(command, "at " + path, "it is deeper than anything that is printed");
        }
    }

    private List<Object> list(String path) throws IOException {
        descend(path);
        List<Object> list = new ArrayList<>();
        reader.beginArray();
        while (reader.hasNext()) {
            list.add(value(path + "[" + list.size() + "]"));
        }
        reader.endArray();
        depth--;
        return list;
    }

    private List<Map.Entry<String, Object>> entries(String path) throws IOException {
        descend(path);
        List<Map.Entry<String, Object>> entries = new ArrayList<>();
        reader.beginObject();
        while (reader.hasNext()) {
            String name = reader.nextName();
            entries.add(new SimpleImmutableEntry<>(name, value(path + "." + name)));
        }
        reader.endObject();
        depth--;
        return entries;
    }
}
