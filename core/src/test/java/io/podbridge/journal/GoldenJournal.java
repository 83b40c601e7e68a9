package io.podbridge.journal;

import io.podbridge.journal.json.JsonNode;
import io.podbridge.journal.json.JsonParser;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** What each version of the format made of {@link BindingRecords#full()}. */
final class GoldenJournal {
    private static final int NEWEST = 2;

    private GoldenJournal() {}

    static String text() {
        return text(NEWEST);
    }

    static JsonNode tree() {
        return JsonParser.parse(text());
    }

    static String text(int version) {
        String name = "version-" + version + ".json";
        try (InputStream in = Objects.requireNonNull(GoldenJournal.class.getResourceAsStream(name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
