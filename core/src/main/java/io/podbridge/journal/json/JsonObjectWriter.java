package io.podbridge.journal.json;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** Writes the fields of one object, in the order in which they come; not for several threads. */
public final class JsonObjectWriter {
    private final JsonOutput out;

    JsonObjectWriter(JsonOutput out) {
        this.out = out;
    }

    /**
     * Writes a field.
     *
     * @param name its key
     * @param value what it holds
     * @param codec writes it
     * @param <T> what it holds
     * @return this writer
     */
    public <T> JsonObjectWriter put(String name, T value, JsonCodec<T> codec) {
        out.name(name);
        codec.write(value, out);
        return this;
    }

    /**
     * Writes a field if there is something that it can hold.
     *
     * @param name its key
     * @param value what it holds
     * @param codec writes it
     * @param <T> what it holds
     * @return this writer
     */
    public <T> JsonObjectWriter putIfPresent(String name, Optional<T> value, JsonCodec<T> codec) {
        return value.isPresent() ? put(name, value.get(), codec) : this;
    }

    /**
     * Writes a number if there is one.
     *
     * @param name its key
     * @param value the number
     * @return this writer
     */
    public JsonObjectWriter putIfPresent(String name, OptionalInt value) {
        return value.isPresent() ? put(name, value.getAsInt(), NumberCodec.INT) : this;
    }

    /**
     * Writes a number if there is one.
     *
     * @param name its key
     * @param value the number
     * @return this writer
     */
    public JsonObjectWriter putIfPresent(String name, OptionalLong value) {
        return value.isPresent() ? put(name, value.getAsLong(), NumberCodec.LONG) : this;
    }
}
