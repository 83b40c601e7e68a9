package io.podbridge.journal.json;

/**
 * How values of one type stand in JSON. What {@link #write} made, {@link #read} turns into an equal value.
 *
 * @param <T> the type
 */
public interface JsonCodec<T> {

    /**
     * Writes a value.
     *
     * @param value the value
     * @param out takes it
     * @throws JsonProblem if it is one that could not be read back
     */
    void write(T value, JsonOutput out);

    /**
     * Reads a value.
     *
     * @param at where it stands
     * @return the value
     * @throws JsonProblem if something else stands there
     */
    T read(JsonCursor at);
}
