package io.podbridge.cli.output;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonParser;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** An object in a JSON document that is being written. Absent values have no field. */
public final class Json {
    private final JsonWriter writer;

    private Json(JsonWriter writer) {
        this.writer = writer;
    }

    /** Something that is written; it cannot fail, since it goes to memory. */
    @FunctionalInterface
    private interface Writing {
        void run() throws IOException;
    }

    /**
     * A document of one object, indented for people.
     *
     * @param members writes its fields
     * @return the document
     */
    public static String document(Consumer<Json> members) {
        return written("  ", json -> json.value(members));
    }

    /**
     * A document as it is, indented for people.
     *
     * @param document a document
     * @return the same document on several lines
     */
    public static String indented(String document) {
        return new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create().toJson(JsonParser.parseString(document));
    }

    /**
     * A document of one object on one line.
     *
     * @param members writes its fields
     * @return the document
     */
    public static String line(Consumer<Json> members) {
        return written("", json -> json.value(members));
    }

    /**
     * A document of an array of objects, indented for people.
     *
     * @param <T> what is in the array
     * @param values what is in the array
     * @param members writes the fields of each
     * @return the document
     */
    public static <T> String documents(Collection<T> values, BiConsumer<Json, T> members) {
        return written("  ", json -> json.array(values, members));
    }

    /**
     * Writes a field.
     *
     * @param name its name
     * @param value a text, or anything else that reads as one
     * @return this object
     */
    public Json field(String name, Object value) {
        return write(() -> writer.name(name).value(value.toString()));
    }

    /**
     * Writes a field.
     *
     * @param name its name
     * @param value a number
     * @return this object
     */
    public Json field(String name, long value) {
        return write(() -> writer.name(name).value(value));
    }

    /**
     * Writes a field.
     *
     * @param name its name
     * @param value true or false
     * @return this object
     */
    public Json field(String name, boolean value) {
        return write(() -> writer.name(name).value(value));
    }

    /**
     * Writes a field, if there is a value.
     *
     * @param name its name
     * @param value a text, or anything else that reads as one
     * @return this object
     */
    public Json optional(String name, Optional<?> value) {
        value.ifPresent(present -> field(name, present));
        return this;
    }

    /**
     * Writes a field, if there is a value.
     *
     * @param name its name
     * @param value a number
     * @return this object
     */
    public Json optional(String name, OptionalInt value) {
        value.ifPresent(present -> field(name, present));
        return this;
    }

    /**
     * Writes a field, if there is a value.
     *
     * @param name its name
     * @param value a number
     * @return this object
     */
    public Json optional(String name, OptionalLong value) {
        value.ifPresent(present -> field(name, present));
        return this;
    }

    /**
     * Writes a field, if there is a value.
     *
     * @param name its name
     * @param value true or false
     * @return this object
     */
    public Json optionalFlag(String name, Optional<Boolean> value) {
        value.ifPresent(present -> field(name, present.booleanValue()));
        return this;
    }

    /**
     * Writes a field that is an object.
     *
     * @param name its name
     * @param members writes its fields
     * @return this object
     */
    public Json object(String name, Consumer<Json> members) {
        write(() -> writer.name(name));
        return value(members);
    }

    /**
     * Writes a field that is an array of texts.
     *
     * @param name its name
     * @param values texts, or anything else that reads as one
     * @return this object
     */
    public Json texts(String name, Collection<?> values) {
        write(() -> writer.name(name).beginArray());
        values.forEach(value -> write(() -> writer.value(value.toString())));
        return write(writer::endArray);
    }

    /**
     * Writes a field that is an array of objects.
     *
     * @param <T> what is in the array
     * @param name its name
     * @param values what is in the array
     * @param members writes the fields of each
     * @return this object
     */
    public <T> Json objects(String name, Collection<T> values, BiConsumer<Json, T> members) {
        write(() -> writer.name(name));
        return array(values, members);
    }

    private <T> Json array(Collection<T> values, BiConsumer<Json, T> members) {
        write(writer::beginArray);
        values.forEach(value -> value(json -> members.accept(json, value)));
        return write(writer::endArray);
    }

    private Json value(Consumer<Json> members) {
        write(writer::beginObject);
        members.accept(this);
        return write(writer::endObject);
    }

    private Json write(Writing writing) {
        try {
            writing.run();
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String written(String indent, Consumer<Json> value) {
        StringWriter text = new StringWriter();
        JsonWriter writer = new JsonWriter(text);
        writer.setIndent(indent);
        value.accept(new Json(writer));
        return text.toString();
    }
}
