package io.podbridge.tests.fuzz;

import io.podbridge.journal.JournalFormat;
import io.podbridge.journal.json.JsonProblem;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SplittableRandom;

/** The reader of journals, with what each version of the format wrote. */
final class JournalTarget implements Target {
    private final List<byte[]> corpus = Samples.under("core/src/test/resources/io/podbridge/journal", ".json").stream()
            .map(text -> text.getBytes(StandardCharsets.UTF_8)).toList();

    @Override
    public List<byte[]> corpus() {
        return corpus;
    }

    @Override
    public byte[] damaged(byte[] whole, SplittableRandom random) {
        return JsonDamage.mostly(whole, corpus, random);
    }

    /** What is taken can be written again. */
    @Override
    public boolean takes(byte[] input) {
        try {
            JournalFormat.encode(JournalFormat.decode(input));
            return true;
        } catch (JsonProblem e) {
            return false;
        }
    }
}
