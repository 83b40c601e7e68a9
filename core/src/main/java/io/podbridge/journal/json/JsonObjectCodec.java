package io.podbridge.journal.json;

/**
 * How values of one type stand in JSON objects, one field for each of their parts.
 *
 * @param <T> the type
 */
public abstract class JsonObjectCodec<T> implements JsonCodec<T> {

    /** For subclasses. */
    protected JsonObjectCodec() {}

    /**
     * Writes the parts of a value.
     *
     * @param value the value
     * @param object takes the parts
     */
    protected abstract void writeFields(T value, JsonObjectWriter object);

    /**
     * Reads the parts of a value.
     *
     * @param fields has the parts, and is asked for each of them
     * @return the value
     */
    protected abstract T readFields(JsonFields fields);

    @Override
    public final void write(T value, JsonOutput out) {
        out.object(() -> writeFields(value, new JsonObjectWriter(out)));
    }

    @Override
    public final T read(JsonCursor at) {
        return at.object(this::readFields);
    }
}
