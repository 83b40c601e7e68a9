package io.podbridge.journal.json;

import com.google.common.io.CharStreams;
import com.google.gson.FormattingStyle;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;

/**
 * Takes JSON as it is written, value by value, for programs that people look over the shoulder of: indented, the fields in their order. Not
 * for several threads.
 */
public final class JsonOutput {
    /** A journal of a pod with some routes. */
    private static final int USUAL_LENGTH = 8192;

    private final JsonWriter writer;

    private JsonOutput(JsonWriter writer) {
        this.writer = writer;
    }

    /** Writes a part of the text. */
    private interface Content {
        void write() throws IOException;
    }

    /**
     * Writes a value.
     *
     * @param value the value
     * @param codec how it stands in JSON
     * @param <T> its type
     * @return the text, without a line break at its end
     * @throws JsonProblem if it could not be read back
     */
    public static <T> String text(T value, JsonCodec<T> codec) {
        StringBuilder text = new StringBuilder(USUAL_LENGTH);
        JsonWriter writer = new JsonWriter(CharStreams.asWriter(text));
        writer.setStrictness(Strictness.STRICT);
        writer.setFormattingStyle(FormattingStyle.PRETTY);
        codec.write(value, new JsonOutput(writer));
        return text.toString();
    }

    private static void written(Content content) {
        try {
            content.write();
        } catch (IOException e) {
            throw new IllegalStateException("a text in memory could not be written", e);
        }
    }

    /**
     * Characters in quotes.
     *
     * @param value the characters
     */
    public void text(String value) {
        written(() -> writer.value(value));
    }

    /**
     * A number.
     *
     * @param value the number
     */
    public void number(long value) {
        written(() -> writer.value(value));
    }

    /**
     * True or false.
     *
     * @param value which of them
     */
    public void bool(boolean value) {
        written(() -> writer.value(value));
    }

    void array(Runnable elements) {
        written(writer::beginArray);
        elements.run();
        written(writer::endArray);
    }

    void object(Runnable fields) {
        written(writer::beginObject);
        fields.run();
        written(writer::endObject);
    }

    void name(String name) {
        written(() -> writer.name(name));
    }
}
