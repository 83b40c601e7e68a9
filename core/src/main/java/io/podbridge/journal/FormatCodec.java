package io.podbridge.journal;

import io.podbridge.journal.json.JsonCodec;
import io.podbridge.journal.json.JsonCursor;
import io.podbridge.journal.json.JsonOutput;

/** The word by which a journal is known. */
final class FormatCodec implements JsonCodec<String> {
    static final String JOURNAL = "podbridge-journal";

    @Override
    public void write(String value, JsonOutput out) {
        out.text(value);
    }

    @Override
    public String read(JsonCursor at) {
        String format = at.text();
        if (!format.equals(JOURNAL)) {
            throw at.problem("is \"" + format + "\", not \"" + JOURNAL + "\": this is no journal of podbridge");
        }
        return format;
    }
}
