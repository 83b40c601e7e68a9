package io.podbridge.journal.json;

import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;

/** The fields of one object while it is read. It remembers which were asked for, since one that nobody knows may matter. */
public final class JsonFields {
    private final String path;
    private final Map<String, JsonNode> fields;
    private final Set<String> asked = new HashSet<>();

    JsonFields(String path, Map<String, JsonNode> fields) {
        this.path = path;
        this.fields = fields;
    }

    /**
     * A field that must be there.
     *
     * @param name its key
     * @param codec reads it
     * @param <T> what it holds
     * @return what it holds
     * @throws JsonProblem if it is missing, or not what the codec reads
     */
    public <T> T get(String name, JsonCodec<T> codec) {
        return find(name, codec).orElseThrow(() -> new JsonProblem(JsonPath.field(path, name), "is missing"));
    }

    /**
     * A field that may be absent.
     *
     * @param name its key
     * @param codec reads it
     * @param <T> what it holds
     * @return what it holds; absent if there is no such key
     * @throws JsonProblem if it is there, but not what the codec reads
     */
    public <T> Optional<T> find(String name, JsonCodec<T> codec) {
        asked.add(name);
        return Optional.ofNullable(fields.get(name)).map(node -> codec.read(new JsonCursor(JsonPath.field(path, name), node)));
    }

    /**
     * A number that may be absent.
     *
     * @param name its key
     * @return the number
     * @throws JsonProblem if it is there, but no number of 32 bits
     */
    public OptionalInt findInt(String name) {
        return find(name, NumberCodec.INT).map(OptionalInt::of).orElse(OptionalInt.empty());
    }

    /**
     * A number that may be absent.
     *
     * @param name its key
     * @return the number
     * @throws JsonProblem if it is there, but no number of 64 bits
     */
    public OptionalLong findLong(String name) {
        return find(name, NumberCodec.LONG).map(OptionalLong::of).orElse(OptionalLong.empty());
    }

    void requireAllAsked() {
        for (String name : fields.keySet()) {
            if (!asked.contains(name)) {
                throw new JsonProblem(JsonPath.field(path, name), "is not known to this version of podbridge");
            }
        }
    }
}
