package io.podbridge.journal;

import io.podbridge.journal.json.JsonCursor;
import io.podbridge.journal.json.JsonOutput;
import io.podbridge.journal.json.JsonParser;
import io.podbridge.journal.json.JsonProblem;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** The bytes of a journal: JSON in UTF-8, strictly. */
public final class JournalFormat {
    private static final BindingRecordCodec CODEC = new BindingRecordCodec();

    private JournalFormat() {}

    /**
     * Writes a record.
     *
     * @param record the record
     * @return the bytes; the same for the same record
     * @throws JsonProblem if it holds something that could not be read back
     */
    public static byte[] encode(BindingRecord record) {
        String json = JsonOutput.text(record, CODEC);
        try {
            ByteBuffer buffer = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(json));
            byte[] bytes = new byte[buffer.remaining()];
            buffer.get(bytes);
            return bytes;
        } catch (CharacterCodingException e) {
            throw new JsonProblem("$", "has a text that is no Unicode", e);
        }
    }

    /**
     * Reads a record.
     *
     * @param bytes all bytes of a journal
     * @return the record
     * @throws JsonProblem if they are anything but what {@link #encode} writes, or wrote in the version before
     */
    public static BindingRecord decode(byte[] bytes) {
        if (bytes.length == 0) {
            throw new JsonProblem("$", "is missing: the file is empty");
        }
        try {
            String json = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            return CODEC.read(JsonCursor.root(JsonParser.parse(json)));
        } catch (CharacterCodingException e) {
            throw new JsonProblem("$", "is not in UTF-8", e);
        }
    }
}
