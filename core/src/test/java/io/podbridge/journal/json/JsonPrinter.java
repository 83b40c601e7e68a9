package io.podbridge.journal.json;

import com.google.common.io.CharStreams;
import com.google.gson.FormattingStyle;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.util.Map;

/** Writes a JSON value for programs that people look over the shoulder of: indented, the fields in their order. */
public final class JsonPrinter {
    /** A journal of a pod with some routes. */
    private static final int USUAL_LENGTH = 8192;

    private final JsonWriter writer;

    private JsonPrinter(JsonWriter writer) {
        this.writer = writer;
    }

    /**
     * Writes a value.
     *
     * @param node the value
     * @return the text, without a line break at its end
     */
    public static String print(JsonNode node) {
        StringBuilder text = new StringBuilder(USUAL_LENGTH);
        JsonWriter writer = new JsonWriter(CharStreams.asWriter(text));
        writer.setStrictness(Strictness.STRICT);
        writer.setFormattingStyle(FormattingStyle.PRETTY);
        try {
            new JsonPrinter(writer).value(node);
        } catch (IOException e) {
            throw new IllegalStateException("a text in memory could not be written", e);
        }
        return text.toString();
    }

    private void value(JsonNode node) throws IOException {
        if (node instanceof JsonNode.Members object) {
            object(object);
        } else if (node instanceof JsonNode.Array array) {
            array(array);
        } else if (node instanceof JsonNode.Text text) {
            writer.value(text.value());
        } else if (node instanceof JsonNode.Numeral number) {
            writer.jsonValue(number.literal());
        } else if (node instanceof JsonNode.Bool bool) {
            writer.value(bool.value());
        } else {
            writer.nullValue();
        }
    }

    private void object(JsonNode.Members object) throws IOException {
        writer.beginObject();
        for (Map.Entry<String, JsonNode> field : object.fields().entrySet()) {
            writer.name(field.getKey());
            value(field.getValue());
        }
        writer.endObject();
    }

    private void array(JsonNode.Array array) throws IOException {
        writer.beginArray();
        for (JsonNode element : array.elements()) {
            value(element);
        }
        writer.endArray();
    }
}
