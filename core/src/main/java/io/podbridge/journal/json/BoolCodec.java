package io.podbridge.journal.json;

/** True or false. */
public record BoolCodec() implements JsonCodec<Boolean> {
    /** The only one that is needed. */
    public static final BoolCodec BOOL = new BoolCodec();

    @Override
    public JsonNode write(Boolean value) {
        return new JsonNode.Bool(value);
    }

    @Override
    public Boolean read(JsonCursor at) {
        return at.bool();
    }
}
