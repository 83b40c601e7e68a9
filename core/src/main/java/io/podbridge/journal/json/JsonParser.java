package io.podbridge.journal.json;

import com.google.common.collect.ImmutableMap;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.EOFException;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads one JSON text (RFC 8259) and nothing but that: no comments, no second value, no key given twice. */
public final class JsonParser {
    /** Deeper than any journal; who goes down for ever has no stack left. */
    private static final int DEEPEST = 32;

    private final JsonReader reader;
    private int depth;

    private JsonParser(JsonReader reader) {
        this.reader = reader;
    }

    /**
     * Reads a text.
     *
     * @param json the whole text
     * @return its value
     * @throws JsonProblem if it is not one whole JSON value, or an object has a key twice
     */
    public static JsonNode parse(String json) {
        JsonReader reader = new JsonReader(new StringReader(json));
        reader.setStrictness(Strictness.STRICT);
        try {
            return new JsonParser(reader).document();
        } catch (EOFException e) {
            throw new JsonProblem(reader.getPath(), "is where the file ends, in the middle of the JSON", e);
        } catch (IOException e) {
            throw new JsonProblem(reader.getPath(), "is where the JSON is malformed", e);
        }
    }

    private JsonNode document() throws IOException {
        JsonNode node = value("$");
        if (reader.peek() != JsonToken.END_DOCUMENT) {
            throw new JsonProblem("$", "is followed by something else");
        }
        return node;
    }

    private JsonNode value(String path) throws IOException {
        return switch (reader.peek()) {
            case BEGIN_OBJECT -> object(path);
            case BEGIN_ARRAY -> array(path);
            case STRING -> new JsonNode.Text(reader.nextString());
            case NUMBER -> new JsonNode.Numeral(reader.nextString());
            case BOOLEAN -> new JsonNode.Bool(reader.nextBoolean());
            case NULL -> nothing();
            case END_ARRAY, END_OBJECT, NAME, END_DOCUMENT -> throw new JsonProblem(path, "has no value");
        };
    }

    private void descend(String path) {
        depth++;
        if (depth > DEEPEST) {
            throw new JsonProblem(path, "is deeper than any value of a journal");
        }
    }

    private JsonNode object(String path) throws IOException {
        descend(path);
        Map<String, JsonNode> fields = new LinkedHashMap<>();
        reader.beginObject();
        while (reader.hasNext()) {
            String name = reader.nextName();
            String fieldPath = JsonPath.field(path, name);
            if (fields.containsKey(name)) {
                throw new JsonProblem(fieldPath, "is given twice");
            }
            fields.put(name, value(fieldPath));
        }
        reader.endObject();
        depth--;
        return new JsonNode.Members(ImmutableMap.copyOf(fields));
    }

    private JsonNode array(String path) throws IOException {
        descend(path);
        List<JsonNode> elements = new ArrayList<>();
        reader.beginArray();
        while (reader.hasNext()) {
            elements.add(value(JsonPath.element(path, elements.size())));
        }
        reader.endArray();
        depth--;
        return new JsonNode.Array(elements);
    }

    private JsonNode nothing() throws IOException {
        reader.nextNull();
        return new JsonNode.Nothing();
    }
}
