package io.podbridge.journal.json;

/** True or false. */
public record BoolCodec() implements JsonCodec<Boolean> {
    /** The only one that is needed. */
    public static final BoolCodec BOOL = new BoolCodec();

    @Override
    public void write(Boolean value, JsonOutput out) {
        out.bool(value);
    }

    @Override
    public Boolean read(JsonCursor at) {
        return at.bool();
    }
}
