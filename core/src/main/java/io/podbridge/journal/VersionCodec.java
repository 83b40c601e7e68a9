package io.podbridge.journal;

import io.podbridge.journal.json.JsonCodec;
import io.podbridge.journal.json.JsonCursor;
import io.podbridge.journal.json.JsonOutput;
import io.podbridge.journal.json.NumberCodec;

/** The version of the format. A release reads what the one before it wrote, and refuses what a later one wrote. */
final class VersionCodec implements JsonCodec<Integer> {
    static final int CURRENT = 2;

    private static final NumberCodec<Integer> POSITIVE = NumberCodec.ofInts(1, Integer.MAX_VALUE);

    @Override
    public void write(Integer value, JsonOutput out) {
        POSITIVE.write(value, out);
    }

    @Override
    public Integer read(JsonCursor at) {
        int version = POSITIVE.read(at);
        if (version > CURRENT) {
            throw at.problem("is " + version + ": a newer podbridge wrote this, and this one reads up to version " + CURRENT
                    + "; use that one, or a newer one");
        }
        return version;
    }
}
