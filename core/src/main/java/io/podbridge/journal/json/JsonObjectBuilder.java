package io.podbridge.journal.json;

import com.google.common.collect.ImmutableMap;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** Collects the fields of one object, in the order in which they shall stand; not for several threads. */
public final class JsonObjectBuilder {
    private final ImmutableMap.Builder<String, JsonNode> fields = ImmutableMap.builder();

    JsonObjectBuilder() {}

    /**
     * Adds a field.
     *
     * @param name its key
     * @param value what it holds
     * @param codec writes it
     * @param <T> what it holds
     * @return this builder
     */
    public <T> JsonObjectBuilder put(String name, T value, JsonCodec<T> codec) {
        fields.put(name, codec.write(value));
        return this;
    }

    /**
     * Adds a field if there is something that it can hold.
     *
     * @param name its key
     * @param value what it holds
     * @param codec writes it
     * @param <T> what it holds
     * @return this builder
     */
    public <T> JsonObjectBuilder putIfPresent(String name, Optional<T> value, JsonCodec<T> codec) {
        value.ifPresent(present -> put(name, present, codec));
        return this;
    }

    /**
     * Adds a number if there is one.
     *
     * @param name its key
     * @param value the number
     * @return this builder
     */
    public JsonObjectBuilder putIfPresent(String name, OptionalInt value) {
        value.ifPresent(present -> put(name, present, NumberCodec.INT));
        return this;
    }

    /**
     * Adds a number if there is one.
     *
     * @param name its key
     * @param value the number
     * @return this builder
     */
    public JsonObjectBuilder putIfPresent(String name, OptionalLong value) {
        value.ifPresent(present -> put(name, present, NumberCodec.LONG));
        return this;
    }

    JsonNode.Members build() {
        return new JsonNode.Members(fields.buildOrThrow());
    }
}
